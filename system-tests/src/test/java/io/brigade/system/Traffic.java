package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.local.demo.KitchenScreen;
import io.brigade.system.Device.Answer;
import java.util.Map;

/**
 * A restaurant at work until it is closed: tables order, the kitchen cooks before a connected screen, guests pay by card
 * and in cash, and now and then somebody asks for what is not there or is not signed in.
 */
final class Traffic implements AutoCloseable {

    private final KitchenScreen screen = Device.marcTheChef().asDemoClient().screen("kitchen:HOT", "kitchen:BAR");
    private final Thread restaurant = Thread.ofVirtual().unstarted(this::serve);
    private volatile boolean open = true;
    private volatile Throwable failure;

    private Traffic() {}

    static Traffic begun() {
        var traffic = new Traffic();
        traffic.restaurant.start();
        return traffic;
    }

    private void serve() {
        try {
            while (open) {
                serveOneTable();
            }
        } catch (RuntimeException | AssertionError problem) {
            failure = problem;
        }
    }

    /** From the order to the last payment, with what people look up meanwhile. */
    static void serveOneTable() {
        var order = House.placeSupper();
        var path = "/api/orders/" + order.path("order_id").asLong();
        expect(200, Device.camilleTheWaiter().get(path));
        expect(200, Device.marcTheChef().get("/api/kitchen/board?station=HOT"));
        cook(order);
        pay(order);
        expect(404, Device.camilleTheWaiter().get("/api/orders/999999999"));
        expect(404, Device.camilleTheWaiter().get("/api/nothing/here"));
        expect(401, Device.ofNobody().get(path));
    }

    private static void cook(JsonNode order) {
        for (var item : order.path("items")) {
            var state = "/api/kitchen/items/" + item.path("item_id").asLong() + "/state";
            expect(200, Device.marcTheChef().post(state, Map.of("state", "PREPARING")));
            expect(200, Device.marcTheChef().post(state, Map.of("state", "READY")));
            expect(200, Device.camilleTheWaiter().post(state, Map.of("state", "SERVED")));
        }
    }

    private static void pay(JsonNode order) {
        long id = order.path("order_id").asLong();
        long total = order.path("total_cents").asLong();
        expect(200, Device.inesTheCashier().get("/api/bills/" + id));
        pay(Map.of("order_id", id, "method", "CARD", "amount_cents", 1000));
        pay(Map.of("order_id", id, "method", "CASH", "amount_cents", total - 1000, "tendered_cents", total));
    }

    private static void pay(Map<String, Object> payment) {
        expect(201, Device.inesTheCashier().post("/api/payments", payment, "Idempotency-Key", House.newKey()));
    }

    private static void expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.http() + " " + answer.body()).isEqualTo(status);
    }

    /** Fails if anything in the restaurant did not go as it should until now. */
    void requireThatAllWentWell() {
        assertThat(failure).isNull();
    }

    /** Serves the last table to its end. */
    @Override
    public void close() {
        open = false;
        try {
            restaurant.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        screen.close();
    }
}
