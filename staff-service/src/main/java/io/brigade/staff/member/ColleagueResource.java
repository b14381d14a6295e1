package io.brigade.staff.member;

import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/staff/colleagues")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Staff")
class ColleagueResource {

    private final StaffService staff;
    private final CurrentCaller caller;

    @Inject
    ColleagueResource(StaffService staff, CurrentCaller caller) {
        this.staff = staff;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listColleagues",
            summary = "Who works in your restaurant",
            description = "Active people only, with what everybody may know of them.")
    public Uni<Page<Colleague>> list(@BeanParam PageRequest page) {
        return staff.colleagues(caller.get().restaurantId(), page);
    }

    @GET
    @Path("/{staff_id}")
    @Operation(operationId = "getColleague", summary = "One person who works in your restaurant")
    public Uni<Colleague> get(@PathParam("staff_id") long staffId) {
        return staff.colleague(caller.get().restaurantId(), staffId);
    }
}
