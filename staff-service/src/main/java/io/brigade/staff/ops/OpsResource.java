package io.brigade.staff.ops;

import io.brigade.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/ops")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
class OpsResource {

    private final OpsService ops;

    @Inject
    OpsResource(OpsService ops) {
        this.ops = ops;
    }

    @GET
    @Path("/summary")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(
            operationId = "getOpsSummary",
            summary = "The installation at a glance: instances, traffic, errors, open orders, queues")
    public Uni<OpsSummary> summary() {
        return ops.summary();
    }
}
