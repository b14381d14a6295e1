package io.brigade.staff.member;

import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.brigade.staff.StaffProblem;
import io.brigade.staff.auth.PinHasher;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/staff")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
class StaffResource {

    private final StaffService staff;
    private final CurrentCaller caller;
    private final CurrentWrite write;
    private final PinHasher pins;

    @Inject
    StaffResource(StaffService staff, CurrentCaller caller, CurrentWrite write, PinHasher pins) {
        this.staff = staff;
        this.pins = pins;
        this.caller = caller;
        this.write = write;
    }

    @GET
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "listStaff", summary = "The people of your restaurant")
    public Uni<Page<StaffView>> list(@BeanParam PageRequest page) {
        return staff.list(caller.get().restaurantId(), page);
    }

    @GET
    @Path("/{staff_id}")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "getStaffMember", summary = "One person")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StaffView.class)))
    public Uni<Response> get(
            @PathParam("staff_id") long staffId, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return staff.get(caller.get().restaurantId(), staffId)
                .map(view -> EntityTag.answer(view, view.version(), ifNoneMatch));
    }

    @POST
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "addStaffMember", summary = "Add a person")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = StaffView.class)))
    @StaffProblem.MayAnswer(StaffProblem.STAFF_CODE_TAKEN)
    public Uni<Response> add(@NotNull @Valid NewStaffMember request) {
        return staff.add(write.of(request.withPin(pins.peppered(request.pin()))), request)
                .map(Answer::toResponse);
    }

    @PUT
    @Path("/{staff_id}")
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "changeStaffMember", summary = "Change a person; they sign in again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StaffView.class)))
    @StaffProblem.MayAnswer({StaffProblem.LAST_ADMIN, StaffProblem.RESTAURANT_NOT_OVERSEEN})
    public Uni<Response> change(
            @PathParam("staff_id") long staffId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StaffChange change) {
        String pin = change.pin();
        StaffChange recorded = pin == null ? change : change.withPin(pins.peppered(pin));
        return staff.change(write.of(recorded), staffId, ifMatch, change).map(Answer::toResponse);
    }
}
