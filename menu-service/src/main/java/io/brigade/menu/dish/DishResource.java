package io.brigade.menu.dish;

import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

@Path("/api/menu/dishes/{dish_id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Menu")
class DishResource {

    private final DishService dishes;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    DishResource(DishService dishes, CurrentCaller caller, CurrentWrite write) {
        this.dishes = dishes;
        this.caller = caller;
        this.write = write;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getDish", summary = "One dish")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DishView.class)))
    @APIResponse(responseCode = "304", description = "You have this version already.")
    public Uni<Response> get(
            @PathParam("dish_id") long dishId, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return dishes.get(caller.get().restaurantId(), dishId)
                .map(view -> EntityTag.answer(view, view.version(), ifNoneMatch));
    }

    @PUT
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "editDish", summary = "Change a dish's texts, price and allergens")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DishView.class)))
    public Uni<Response> edit(
            @PathParam("dish_id") long dishId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DishEdit edit) {
        return dishes.edit(write.of(edit), dishId, ifMatch, edit).map(Answer::toResponse);
    }

    @PUT
    @Path("/availability")
    @RolesAllowed({Role.KITCHEN, Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "setAvailability", summary = "Say that a dish is sold out, or back on")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DishView.class)))
    public Uni<Response> setAvailability(@PathParam("dish_id") long dishId, @NotNull @Valid Availability availability) {
        return dishes.setAvailability(write.of(availability), dishId, availability)
                .map(Answer::toResponse);
    }
}
