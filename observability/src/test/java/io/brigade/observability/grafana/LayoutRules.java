package io.brigade.observability.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where panels stand: each with an id and a title of its own, inside 24 columns, none over another. */
final class LayoutRules {

    private static final int COLUMNS = 24;

    private record Place(String title, int x, int y, int width, int height) {

        static Place of(JsonNode panel) {
            var place = panel.path("gridPos");
            return new Place(
                    panel.path("title").asText(),
                    place.path("x").asInt(-1),
                    place.path("y").asInt(-1),
                    place.path("w").asInt(),
                    place.path("h").asInt());
        }

        boolean isInside() {
            return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= COLUMNS;
        }

        boolean overlaps(Place other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    private LayoutRules() {}

    static Stream<String> complaints(DashboardFile dashboard) {
        var places = dashboard.all().map(Place::of).toList();
        return Stream.of(
                        repeated(dashboard, panel -> panel.path("id").asText(), "the id"),
                        repeated(dashboard, panel -> panel.path("title").asText(), "the title"),
                        places.stream()
                                .filter(place -> !place.isInside())
                                .map(place -> "«" + place.title() + "» is not inside the grid"),
                        overlaps(places))
                .flatMap(complaints -> complaints);
    }

    private static Stream<String> repeated(DashboardFile dashboard, Function<JsonNode, String> key, String what) {
        var seen = new HashSet<String>();
        return dashboard
                .all()
                .map(key)
                .filter(value -> !seen.add(value))
                .map(value -> what + " «" + value + "» is there twice");
    }

    private static Stream<String> overlaps(List<Place> places) {
        return IntStream.range(0, places.size()).boxed().flatMap(one -> IntStream.range(one + 1, places.size())
                .filter(other -> places.get(one).overlaps(places.get(other)))
                .mapToObj(other -> "«" + places.get(one).title() + "» lies over «"
                        + places.get(other).title() + "»"));
    }
}
