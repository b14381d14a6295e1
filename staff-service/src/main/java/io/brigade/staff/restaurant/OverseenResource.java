package io.brigade.staff.restaurant;

import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The restaurants of a group, to whoever oversees several. */
@Path("/api/restaurants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Restaurants")
class OverseenResource {

    private final RestaurantService restaurants;
    private final CurrentCaller caller;

    @Inject
    OverseenResource(RestaurantService restaurants, CurrentCaller caller) {
        this.restaurants = restaurants;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "listRestaurants", summary = "Your restaurant and those that you oversee")
    public Uni<Page<RestaurantView>> list(@BeanParam PageRequest page) {
        return restaurants.list(caller.get(), page);
    }
}
