package io.brigade.staff.auth;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ids of restaurants as one column of a person holds them: ascending, separated by commas. */
public final class RestaurantIds {

    private RestaurantIds() {}

    public static SortedSet<Long> read(String column) {
        return Stream.of(column.split(","))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static String write(Collection<Long> ids) {
        return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }
}
