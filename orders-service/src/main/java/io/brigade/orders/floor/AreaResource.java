package io.brigade.orders.floor;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/tables/areas")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Tag(name = "Floor")
class AreaResource {

    private final AreaStore areas;
    private final AreaService service;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    AreaResource(AreaStore areas, AreaService service, CurrentCaller caller, CurrentWrite write) {
        this.areas = areas;
        this.service = service;
        this.caller = caller;
        this.write = write;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listAreas", summary = "The areas of your restaurant's floor")
    public Uni<Page<AreaView>> list(@BeanParam PageRequest page) {
        return areas.list(caller.get().restaurantId(), page)
                .map(rows -> Page.of(rows, page, AreaView::areaId, Function.identity()));
    }

    @POST
    @Operation(operationId = "addArea", summary = "Add an area")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AreaView.class)))
    public Uni<Response> add(@NotNull @Valid AreaEdit area) {
        return service.add(write.of(area), area).map(Answer::toResponse);
    }

    @PUT
    @Path("/{area_id}")
    @Operation(operationId = "editArea", summary = "Change an area's name and position")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AreaView.class)))
    public Uni<Response> edit(
            @PathParam("area_id") @Parameter(example = "2") long areaId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AreaEdit edit) {
        return service.edit(write.of(edit), areaId, ifMatch, edit).map(Answer::toResponse);
    }

    @DELETE
    @Path("/{area_id}")
    @Operation(operationId = "takeAreaAway", summary = "Take an area away that has no tables")
    @OrdersProblem.MayAnswer(OrdersProblem.AREA_NOT_EMPTY)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AreaView.class)))
    public Uni<Response> takeAway(@PathParam("area_id") @Parameter(example = "2") long areaId) {
        return service.takeAway(write.of(areaId), areaId).map(Answer::toResponse);
    }
}
