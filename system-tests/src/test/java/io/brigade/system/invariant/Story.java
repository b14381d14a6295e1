package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Evidence of a small evening, told change by change: history, events and views are as the services would make them. A
 * test may then doctor any of it.
 */
final class Story {

    static final Who CAMILLE = new Who(101, "Camille", 1, 1_000, false);
    static final Who SOPHIE = new Who(105, "Sophie", 1, 1_000, true);
    static final Who NOE = new Who(202, "Noé", 2, 1_000, false);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant BEGIN = Instant.parse("2026-11-23T19:00:00Z");
    private static final Duration PACE = Duration.ofSeconds(10);

    final List<Exchange> journal = new ArrayList<>();
    final Map<Long, ObjectNode> orders = new LinkedHashMap<>();
    final Map<Long, List<JsonNode>> histories = new LinkedHashMap<>();
    final Map<Long, ObjectNode> bills = new LinkedHashMap<>();
    final List<JsonNode> floor = new ArrayList<>();
    private int moment;

    Evidence evidence() {
        List<OrderFile> files = orders.entrySet().stream()
                .map(order -> new OrderFile(order.getValue(), histories.get(order.getKey()), bills.get(order.getKey())))
                .toList();
        return new Evidence(
                journal,
                files,
                floor,
                Map.of(1L, 6),
                Map.of("TABLE_OCCUPIED", 409, "NOT_FOUND", 404, "IDEMPOTENCY_KEY_REUSED", 422),
                Duration.ofSeconds(5));
    }

    /** Some time later. */
    Instant tick() {
        return BEGIN.plus(PACE.multipliedBy(++moment));
    }

    Instant now() {
        return BEGIN.plus(PACE.multipliedBy(moment));
    }

    /** An order that is not there yet. */
    void begin(long orderId, long tableId) {
        ObjectNode order = JSON.createObjectNode();
        order.put("order_id", orderId).put("restaurant_id", 1).put("table_id", tableId);
        order.put("additional", false).put("status", "").put("version", 0).put("waiter_id", 101);
        order.put("client_ref", "ref-" + orderId)
                .put("gross_cents", 0)
                .put("discount_cents", 0)
                .put("total_cents", 0);
        order.putArray("items");
        order.putArray("discounts");
        orders.put(orderId, order);
        histories.put(orderId, new ArrayList<>());
        ObjectNode bill = JSON.createObjectNode();
        bill.put("order_id", orderId).put("paid_cents", 0).putArray("payments");
        bill.putArray("vat");
        bills.put(orderId, bill);
    }

    /** An item at 10.00 each of dish 1. */
    static ObjectNode item(long itemId, int quantity, String state) {
        ObjectNode item = JSON.createObjectNode();
        return item.put("item_id", itemId)
                .put("dish_id", 1)
                .put("name", "Soupe")
                .put("quantity", quantity)
                .put("unit_price_cents", 1_000)
                .put("discount_cents", 0)
                .put("state", state);
    }

    static ObjectNode itemOf(ObjectNode order, long itemId) {
        return (ObjectNode) Json.each(order.path("items"))
                .filter(item -> item.path("item_id").asLong() == itemId)
                .findFirst()
                .orElseThrow();
    }

    /** One change: what it makes of the order, its entry in the history and its event. */
    void change(long orderId, String action, Who by, Who approver, Consumer<ObjectNode> change) {
        Instant at = tick();
        ObjectNode order = orders.get(orderId);
        ObjectNode before = order.deepCopy();
        change.accept(order);
        order.put("version", before.path("version").asLong() + 1);
        addUp(order);
        addUp(bills.get(orderId), order);
        ObjectNode entry = JSON.createObjectNode();
        entry.put("version", order.path("version").asLong())
                .put("at", at.toString())
                .put("action", action);
        if (by != null) {
            entry.putObject("by").put("staff_id", by.staffId()).put("name", by.name());
        }
        if (approver != null) {
            entry.putObject("approved_by").put("staff_id", approver.staffId()).put("name", approver.name());
        }
        entry.set("changes", changes(before, order));
        histories.get(orderId).add(entry);
        ObjectNode event = JSON.createObjectNode();
        event.put("id", at.toEpochMilli() + "-0")
                .put("event_id", "orders-" + moment)
                .put("type", "order." + action);
        event.set("data", order.deepCopy());
        floor.add(event);
    }

    private static void addUp(ObjectNode order) {
        long gross = 0;
        long off = 0;
        for (JsonNode item : order.path("items")) {
            boolean voided = item.path("state").asText().equals("VOIDED");
            long itemGross = voided
                    ? 0
                    : item.path("quantity").asLong()
                            * item.path("unit_price_cents").asLong();
            gross += itemGross;
            off += item.path("discount_cents").asLong();
            ((ObjectNode) item)
                    .put("total_cents", itemGross - item.path("discount_cents").asLong());
        }
        order.put("gross_cents", gross).put("discount_cents", off).put("total_cents", gross - off);
    }

    private static void addUp(ObjectNode bill, ObjectNode order) {
        long total = order.path("total_cents").asLong();
        bill.put("due_cents", total)
                .put("left_cents", total - bill.path("paid_cents").asLong());
        bill.putArray("vat")
                .addObject()
                .put("gross_cents", total)
                .put("net_cents", total)
                .put("vat_cents", 0);
    }

    private static ObjectNode changes(ObjectNode before, ObjectNode after) {
        ObjectNode changes = JSON.createObjectNode()
                .put("total_cents", after.path("total_cents").asLong());
        boolean fresh = before.path("version").asLong() == 0;
        for (String field : List.of("status", "table_id")) {
            if (fresh || !before.path(field).equals(after.path(field))) {
                changes.set(field, after.path(field));
            }
        }
        if (fresh) {
            changes.putObject("waiter").set("staff_id", after.path("waiter_id"));
        }
        if (!before.path("discounts").equals(after.path("discounts"))) {
            changes.set("discounts", after.path("discounts"));
        }
        Map<Long, JsonNode> known = byId(before);
        Map<Long, JsonNode> now = byId(after);
        known.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> changes.withArray("items_gone")
                .add(id));
        now.forEach((id, item) -> {
            if (!item.equals(known.get(id))) {
                ObjectNode line = changes.withArray("items").addObject();
                for (String field : List.of("item_id", "name", "quantity", "unit_price_cents", "state")) {
                    line.set(field, item.path(field));
                }
                if (known.containsKey(id)) {
                    line.set("state_before", known.get(id).path("state"));
                }
            }
        });
        return changes;
    }

    private static Map<Long, JsonNode> byId(ObjectNode order) {
        Map<Long, JsonNode> items = new LinkedHashMap<>();
        order.path("items").forEach(item -> items.put(item.path("item_id").asLong(), item));
        return items;
    }

    /** What a device was answered just now. */
    void answered(Who who, String method, String path, String body, String key, int status, JsonNode answer) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        journal.add(new Exchange(
                who,
                method,
                path,
                body,
                key,
                now().minusSeconds(1),
                now().plusMillis(100L * journal.size()),
                status,
                false,
                type,
                answer.toString()));
    }

    /** The same request sent again, answered as before. */
    void again(Exchange first) {
        journal.add(new Exchange(
                first.who(),
                first.method(),
                first.path(),
                first.body(),
                first.key(),
                tick(),
                now().plusSeconds(1),
                first.status(),
                true,
                first.contentType(),
                first.text()));
    }

    void paid(long orderId, long paymentId, long cents) {
        tick();
        ObjectNode bill = bills.get(orderId);
        bill.withArray("payments").addObject().put("payment_id", paymentId).put("amount_cents", cents);
        bill.put("paid_cents", bill.path("paid_cents").asLong() + cents);
        addUp(bill, orders.get(orderId));
        ObjectNode payment =
                JSON.createObjectNode().put("payment_id", paymentId).put("order_id", orderId);
        payment.put("amount_cents", cents)
                .put("left_cents", bill.path("left_cents").asLong());
        answered(
                CAMILLE,
                "POST",
                "/api/payments",
                "{\"order_id\":" + orderId + ",\"amount_cents\":" + cents + "}",
                "pay-" + paymentId,
                201,
                payment);
    }

    static ObjectNode problem(int status, String code) {
        return JSON.createObjectNode()
                .put("type", "/problems/" + code)
                .put("status", status)
                .put("detail", "Do something else.")
                .put("code", code);
    }

    static ObjectNode node() {
        return JSON.createObjectNode();
    }
}
