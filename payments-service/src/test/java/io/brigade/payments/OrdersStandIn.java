package io.brigade.payments;

import io.brigade.platform.fixture.StandInServer;
import io.brigade.platform.fixture.StandInServer.Reply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands where orders-service stands, so that payments-service can be tested alone; the real one is used in
 * system-tests. Every order has food at 10 % and wine at 20 %.
 */
public class OrdersStandIn implements QuarkusTestResourceLifecycleManager {

    private static final Map<Long, String> ORDERS = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static volatile boolean away;

    private StandInServer server;

    /** A new open order of food and wine. */
    public static long open(long foodCents, long wineCents) {
        long id = NEXT.getAndIncrement();
        put(id, 1, "OPEN", foodCents, wineCents);
        return id;
    }

    /** Changes an order. */
    public static void put(long id, long version, String status, long foodCents, long wineCents) {
        put(id, version, status, foodCents, wineCents, 0);
    }

    /** Changes an order, of whose food a discount takes something off. */
    public static void put(long id, long version, String status, long foodCents, long wineCents, long discountCents) {
        ORDERS.put(id, """
                {"order_id": %d, "restaurant_id": 1, "version": %d, "status": "%s", "currency": "EUR", "total_cents": %d,
                 "table_id": 4, "table_name": "T4", "covers": 2, "service_mode": "DINE_IN", "waiter_id": 101,
                 "waiter_name": "Camille", "taken_at": null, "business_date": "2026-11-23",
                 "changed_by": {"staff_id": 105, "name": "Sophie"}, "items": [%s, %s]}
                """.formatted(
                        id,
                        version,
                        status,
                        foodCents + wineCents - discountCents,
                        item(10 * id + 1, 12, "Entrecôte grillée", 1, foodCents, discountCents, 1000),
                        item(10 * id + 2, 40, "Verre de Morgon", 2, wineCents, 0, 2000)));
    }

    private static String item(
            long itemId, long dishId, String name, int seat, long cents, long discountCents, int vatRateBp) {
        return """
                {"item_id": %d, "dish_id": %d, "name": "%s", "quantity": 1, "unit_price_cents": %d, "discount_cents": %d,
                 "total_cents": %d, "vat_rate_bp": %d, "options": [{"option_id": 1, "name": "Saignant"}], "seat": %d,
                 "state": "%s"}""".formatted(
                        itemId,
                        dishId,
                        name,
                        cents,
                        discountCents,
                        cents - discountCents,
                        vatRateBp,
                        seat,
                        cents == 0 ? "VOIDED" : "SERVED");
    }

    /** The order, as an event of orders-service tells it. */
    public static String told(long id) {
        return Objects.requireNonNull(ORDERS.get(id));
    }

    /** The food of an order; wine is the next. */
    public static long foodOf(long id) {
        return 10 * id + 1;
    }

    /** Makes orders-service refuse to answer, or answer again. */
    public static void setAway(boolean isAway) {
        away = isAway;
    }

    @Override
    public Map<String, String> start() {
        server = new StandInServer("/api/orders/", path -> away ? Reply.bare(503) : order(path));
        return Map.of("brigade.orders.url", server.url());
    }

    @Override
    public void stop() {
        server.close();
    }

    private static Reply order(String path) {
        String order = ORDERS.get(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
        return order == null ? Reply.bare(404) : Reply.ok(order);
    }
}
