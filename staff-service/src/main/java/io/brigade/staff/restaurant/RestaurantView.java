package io.brigade.staff.restaurant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A restaurant as its staff see it. */
public record RestaurantView(
        @Schema(examples = "1") long restaurantId,
        @Schema(examples = "Brasserie du Marché") String name,
        String legalName,

        @Schema(description = "French business id, 14 digits.")
        String siret,

        String address,
        @Schema(description = "ISO 4217.", examples = "EUR") String currency,

        @Schema(description = "IANA name.", examples = "Europe/Paris")
        String timeZone,

        @Schema(description = "Hour at which the business day turns.", examples = "5")
        int dayCutoffHour) {

    static RestaurantView of(Restaurant restaurant) {
        return new RestaurantView(
                restaurant.restaurantId,
                restaurant.name,
                restaurant.legalName,
                restaurant.siret,
                restaurant.address,
                restaurant.currency,
                restaurant.timeZone,
                restaurant.dayCutoffHour);
    }
}
