package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** At no time are there two open orders on a table of which none was opened as a further one on purpose. */
final class OneFirstOrderPerTable implements Invariant {

    /** An order says when it was asked for, which may be that long before the table was really free. */
    private static final Duration WAITED_AT_MOST = Duration.ofSeconds(2);

    private record Stay(long orderId, long tableId, Instant from, Instant until) {}

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        Versions shown = Versions.of(evidence);
        Map<Long, List<Stay>> byTable = evidence.orders().stream()
                .flatMap(file -> stays(file, shown))
                .collect(Collectors.groupingBy(Stay::tableId));
        return byTable.values().stream().flatMap(OneFirstOrderPerTable::overlaps);
    }

    /** When the order was the first one of which table. */
    private static Stream<Stay> stays(OrderFile file, Versions shown) {
        List<Step> steps = file.steps();
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            JsonNode view = shown.view(file.id(), steps.get(i).version());
            boolean first = view.path("status").asText().equals("OPEN")
                    && Json.has(view, "table_id")
                    && !view.path("additional").asBoolean();
            if (first) {
                Instant until = i + 1 < steps.size() ? steps.get(i + 1).at() : Instant.MAX;
                stays.add(new Stay(
                        file.id(), view.path("table_id").asLong(), steps.get(i).at(), until));
            }
        }
        return stays.stream();
    }

    private static Stream<String> overlaps(List<Stay> stays) {
        List<Stay> sorted =
                stays.stream().sorted(Comparator.comparing(Stay::from)).toList();
        return IntStream.range(0, sorted.size()).boxed().flatMap(i -> sorted.stream()
                .skip(i + 1L)
                .takeWhile(other -> other.from().isBefore(sorted.get(i).until()))
                .filter(other -> other.orderId() != sorted.get(i).orderId())
                .filter(other -> overlap(sorted.get(i), other).compareTo(WAITED_AT_MOST) > 0)
                .map(other -> "orders " + sorted.get(i).orderId() + " and " + other.orderId()
                        + " were both first on table " + other.tableId() + " from " + other.from()));
    }

    private static Duration overlap(Stay one, Stay other) {
        Instant end = one.until().isBefore(other.until()) ? one.until() : other.until();
        return end.equals(Instant.MAX) ? Duration.ofDays(1) : Duration.between(other.from(), end);
    }
}
