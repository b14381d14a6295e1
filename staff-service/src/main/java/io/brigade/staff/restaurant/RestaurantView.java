package io.brigade.staff.restaurant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A restaurant as its staff see it. */
public record RestaurantView(
        @Schema(examples = "1") long restaurantId,
        @Schema(examples = "Brasserie du Marché") String name,

        @Schema(examples = "Brasserie du Marché SAS") String legalName,

        @Schema(description = "French business id, 14 digits.", examples = "12345678200010")
        String siret,

        @Schema(examples = "12 quai Saint-Antoine, 69002 Lyon")
        String address,

        @Schema(description = "ISO 4217.", examples = "EUR") String currency,

        @Schema(description = "IANA name.", examples = "Europe/Paris")
        String timeZone,

        @Schema(description = "Hour at which the business day turns.", examples = "5")
        int dayCutoffHour,

        @Schema(
                description = "What may be taken off an order without a manager, in basis points of its total. A change"
                        + " reaches people with their next access token.",
                examples = "1000")
        int discountLimitBp,

        @Schema(examples = "0") long version) {

    static RestaurantView of(Restaurant restaurant) {
        return new RestaurantView(
                restaurant.restaurantId,
                restaurant.name,
                restaurant.legalName,
                restaurant.siret,
                restaurant.address,
                restaurant.currency,
                restaurant.timeZone,
                restaurant.dayCutoffHour,
                restaurant.discountLimitBp,
                restaurant.version);
    }
}
