package io.brigade.menu.dish;

import io.brigade.menu.MenuProblem;
import io.brigade.menu.price.Kind;
import io.brigade.menu.price.PriceChangeView;
import io.brigade.menu.price.PriceHistory;
import io.brigade.platform.http.EntityTag;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/menu/dishes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Menu")
class DishResource {

    private final DishService dishes;
    private final DishAvailability availabilities;
    private final PriceHistory prices;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    DishResource(
            DishService dishes,
            DishAvailability availabilities,
            PriceHistory prices,
            CurrentCaller caller,
            CurrentWrite write) {
        this.dishes = dishes;
        this.availabilities = availabilities;
        this.prices = prices;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @MenuProblem.MayAnswer({MenuProblem.CARTE_FULL, MenuProblem.REFERENCE_UNKNOWN})
    @Operation(operationId = "addDish", summary = "Put a dish on the carte")
    @APIResponse(
            responseCode = "201",
            description = "It is on the carte.",
            content = @Content(schema = @Schema(implementation = DishView.class)))
    public Uni<Response> add(@NotNull @Valid DishEdit dish) {
        return dishes.add(write.of(dish), dish).map(Answer::toResponse);
    }

    @GET
    @Path("/{dish_id}")
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
    @Path("/{dish_id}")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @MenuProblem.MayAnswer(MenuProblem.REFERENCE_UNKNOWN)
    @Operation(operationId = "editDish", summary = "Replace a dish, all of it but its availability")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DishView.class)))
    public Uni<Response> edit(
            @PathParam("dish_id") long dishId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DishEdit edit) {
        return dishes.edit(write.of(edit), dishId, ifMatch, edit).map(Answer::toResponse);
    }

    @DELETE
    @Path("/{dish_id}")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @MenuProblem.MayAnswer(MenuProblem.DISH_IN_FORMULE)
    @Operation(operationId = "removeDish", summary = "Take a dish off the carte; not while a formule offers it")
    @APIResponse(responseCode = "204", description = "It is off the carte.")
    public Uni<Response> remove(
            @PathParam("dish_id") long dishId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return dishes.remove(write.of(""), dishId, ifMatch).map(Answer::toResponse);
    }

    @PUT
    @Path("/{dish_id}/availability")
    @RolesAllowed({Role.KITCHEN, Role.MANAGER, Role.ADMIN})
    @Operation(
            operationId = "setAvailability",
            summary = "Say that a dish is sold out, until when, or back on, and how many portions are left")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DishView.class)))
    public Uni<Response> setAvailability(@PathParam("dish_id") long dishId, @NotNull @Valid Availability availability) {
        return availabilities.set(write.of(availability), dishId, availability).map(Answer::toResponse);
    }

    @GET
    @Path("/{dish_id}/prices")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(
            operationId = "listDishPrices",
            summary = "What a dish has cost, newest first; also when it is off the carte")
    public Uni<Page<PriceChangeView>> prices(@PathParam("dish_id") long dishId, @BeanParam PageRequest page) {
        return prices.page(caller.get().restaurantId(), Kind.DISH, dishId, page);
    }
}
