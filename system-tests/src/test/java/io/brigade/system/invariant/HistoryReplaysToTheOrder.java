package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.OrderState.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the history tells, played from the beginning, is the order as it is. */
final class HistoryReplaysToTheOrder implements Invariant {

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        return evidence.orders().stream()
                .filter(file -> !file.history().isEmpty())
                .flatMap(HistoryReplaysToTheOrder::compare);
    }

    private static Stream<String> compare(OrderFile file) {
        OrderState told = file.steps().getLast().after();
        JsonNode order = file.order();
        List<String> findings = new ArrayList<>();
        differ(findings, file, "status", told.status(), file.status());
        differ(findings, file, "table", told.tableId(), number(order, "table_id"));
        differ(findings, file, "covers", told.covers(), number(order, "covers"));
        differ(findings, file, "waiter", told.waiterId(), number(order, "waiter_id"));
        differ(findings, file, "total", told.totalCents(), file.totalCents());
        differ(findings, file, "items", told.items(), items(file));
        return findings.stream();
    }

    private static void differ(List<String> findings, OrderFile file, String what, Object told, Object found) {
        if (!Objects.equals(Objects.toString(told), Objects.toString(found))) {
            findings.add(file + " has " + what + " " + found + ", its history tells " + told);
        }
    }

    private static Long number(JsonNode order, String field) {
        return Json.has(order, field) ? Long.valueOf(order.path(field).asLong()) : null;
    }

    private static Map<Long, Line> items(OrderFile file) {
        Map<Long, Line> items = new TreeMap<>();
        file.items().map(Line::of).forEach(line -> items.put(line.itemId(), line));
        return items;
    }
}
