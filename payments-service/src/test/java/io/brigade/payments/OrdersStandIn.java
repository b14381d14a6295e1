package io.brigade.payments;

import io.brigade.platform.fixture.StandInServer;
import io.brigade.platform.fixture.StandInServer.Reply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
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
        ORDERS.put(id, """
                {"order_id": %d, "restaurant_id": 1, "version": %d, "status": "%s", "currency": "EUR", "total_cents": %d,
                 "items": [{"item_id": 1, "vat_rate_bp": 1000, "total_cents": %d}, {"item_id": 2, "vat_rate_bp": 2000, "total_cents": %d}]}
                """.formatted(id, version, status, foodCents + wineCents, foodCents, wineCents));
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
