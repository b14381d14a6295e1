package io.brigade.staff.restaurant;

import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.CurrentCaller;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/restaurants")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Restaurants")
class RestaurantResource {

    private final RestaurantRepository restaurants;
    private final CurrentCaller caller;

    @Inject
    RestaurantResource(RestaurantRepository restaurants, CurrentCaller caller) {
        this.restaurants = restaurants;
        this.caller = caller;
    }

    @GET
    @Path("/{restaurant_id}")
    @WithSession
    @Operation(operationId = "getRestaurant", summary = "The restaurant you work in")
    public Uni<RestaurantView> get(@PathParam("restaurant_id") long restaurantId) {
        boolean own = restaurantId == caller.get().restaurantId();
        return (own ? restaurants.findById(restaurantId) : Uni.createFrom().<Restaurant>nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("restaurant", restaurantId))
                .map(RestaurantView::of);
    }
}
