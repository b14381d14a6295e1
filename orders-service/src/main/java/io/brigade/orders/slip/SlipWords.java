package io.brigade.orders.slip;

import io.brigade.orders.kitchen.Station;
import io.brigade.orders.order.Allergen;
import io.brigade.orders.order.SlipKind;
import java.util.List;
import java.util.stream.Collectors;

/** What things are called in a French kitchen. */
final class SlipWords {

    private SlipWords() {}

    static String of(SlipKind kind) {
        return switch (kind) {
            case NEW -> "NOUVEAU";
            case VOID -> "ANNULATION";
            case FIRE -> "ENVOYER LA SUITE";
        };
    }

    static String of(Station station) {
        return switch (station) {
            case HOT -> "CHAUD";
            case COLD -> "FROID";
            case BAR -> "BAR";
            case PASTRY -> "PÂTISSERIE";
        };
    }

    static String of(List<Allergen> allergens) {
        return allergens.stream().map(SlipWords::of).collect(Collectors.joining(", "));
    }

    static String ofCourse(int course) {
        return course == 0 ? "TOUT DE SUITE" : "SERVICE " + course;
    }

    /** Regulation (EU) 1169/2011, annex II, in its French wording, shortened. */
    private static String of(Allergen allergen) {
        return switch (allergen) {
            case GLUTEN -> "GLUTEN";
            case CRUSTACEANS -> "CRUSTACÉS";
            case EGGS -> "ŒUFS";
            case FISH -> "POISSONS";
            case PEANUTS -> "ARACHIDES";
            case SOYBEANS -> "SOJA";
            case MILK -> "LAIT";
            case NUTS -> "FRUITS À COQUE";
            case CELERY -> "CÉLERI";
            case MUSTARD -> "MOUTARDE";
            case SESAME -> "SÉSAME";
            case SULPHITES -> "SULFITES";
            case LUPIN -> "LUPIN";
            case MOLLUSCS -> "MOLLUSQUES";
        };
    }
}
