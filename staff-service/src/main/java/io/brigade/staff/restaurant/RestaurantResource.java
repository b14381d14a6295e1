package io.brigade.staff.restaurant;

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

@Path("/api/restaurants/{restaurant_id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Restaurants")
class RestaurantResource {

    private final RestaurantService restaurants;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    RestaurantResource(RestaurantService restaurants, CurrentCaller caller, CurrentWrite write) {
        this.restaurants = restaurants;
        this.caller = caller;
        this.write = write;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getRestaurant", summary = "The restaurant you work in")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RestaurantView.class)))
    public Uni<Response> get(
            @PathParam("restaurant_id") long restaurantId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return restaurants
                .get(caller.get(), restaurantId)
                .map(view -> EntityTag.answer(view, view.version(), ifNoneMatch));
    }

    @PUT
    @RolesAllowed(Role.ADMIN)
    @Operation(
            operationId = "changeRestaurant",
            summary = "Change your restaurant's name, address and discount limit",
            description =
                    "What stands on fiscal documents or decides which day a sale belongs to can't be changed here.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RestaurantView.class)))
    public Uni<Response> change(
            @PathParam("restaurant_id") long restaurantId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RestaurantChange change) {
        return restaurants
                .change(write.of(change), restaurantId, ifMatch, change)
                .map(Answer::toResponse);
    }
}
