package io.brigade.orders.kitchen;

import java.util.List;

/** Where dishes are made; the names are the carte's. */
public enum Station {
    HOT,
    COLD,
    BAR,
    PASTRY;

    /** As a statement's parameter. */
    static String[] names(List<Station> stations) {
        return stations.stream().map(Station::name).toArray(String[]::new);
    }
}
