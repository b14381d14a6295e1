package io.brigade.orders.order;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What must be declared: regulation (EU) 1169/2011, annex II. The names are the carte's. */
public enum Allergen {
    GLUTEN,
    CRUSTACEANS,
    EGGS,
    FISH,
    PEANUTS,
    SOYBEANS,
    MILK,
    NUTS,
    CELERY,
    MUSTARD,
    SESAME,
    SULPHITES,
    LUPIN,
    MOLLUSCS;

    /** Allergens as a column holds them, separated by commas. */
    public static String write(Collection<Allergen> allergens) {
        return allergens.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** Reads what {@link #write} wrote. */
    public static List<Allergen> read(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(",", -1)).map(Allergen::valueOf).toList();
    }
}
