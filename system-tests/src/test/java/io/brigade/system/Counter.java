package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.Exchange;
import io.brigade.system.invariant.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Where people order to take away and pay: a stock of bills, each then paid in full by card. */
final class Counter {

    private static final int WAITERS = 8;

    private final Journal journal = new Journal();
    private final JournallingDevice waiter;
    private final JournallingDevice cashier;
    private final Map<String, Object> wish;
    private final Queue<JsonNode> bills = new ConcurrentLinkedQueue<>();

    private Counter(Supplier<Device> waiter, Supplier<Device> cashier) {
        this.waiter = new JournallingDevice(waiter, journal);
        this.cashier = new JournallingDevice(cashier, journal);
        this.wish = Map.of(
                "service_mode",
                "TAKEAWAY",
                "items",
                List.of(Map.of("dish_id", anyDish(waiter.get().get("/api/menu").json()), "quantity", 1, "hold", true)));
    }

    static Counter ofTheHouse() {
        return new Counter(Device::camilleTheWaiter, Device::inesTheCashier);
    }

    static Counter ofTheOtherRestaurant() {
        return new Counter(Device::noeOfTheOtherRestaurant, Device::leaOfTheOtherRestaurant);
    }

    private static long anyDish(JsonNode carte) {
        return Json.each(carte.path("categories"))
                .flatMap(category -> Json.each(category.path("dishes")))
                .filter(dish -> dish.path("available").asBoolean(true)
                        && dish.path("option_group_ids").isEmpty())
                .findFirst()
                .orElseThrow()
                .path("dish_id")
                .asLong();
    }

    /** That many more bills. */
    Counter stock(int count) throws Exception {
        var free = new Semaphore(WAITERS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> orders = new ArrayList<>();
            IntStream.range(0, count)
                    .forEach(_ -> orders.add(threads.submit(() -> {
                        free.acquire();
                        try {
                            return placed();
                        } finally {
                            free.release();
                        }
                    })));
            for (Future<JsonNode> order : orders) {
                bills.add(order.get());
            }
        }
        return this;
    }

    private JsonNode placed() {
        Exchange placed = waiter.write("POST", "/api/orders", wish);
        assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
        return placed.json();
    }

    /** Pays the next bill, and sends it again while it is told to; false when none is left. */
    boolean payNext() {
        JsonNode order = bills.poll();
        if (order == null) {
            return false;
        }
        Exchange paid = cashier.write(
                "POST",
                "/api/payments",
                Map.of(
                        "order_id",
                        order.path("order_id").asLong(),
                        "method",
                        "CARD",
                        "amount_cents",
                        order.path("total_cents").asLong()));
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(paid.json().path("left_cents").asLong()).isZero();
        return true;
    }

    /** Every payment that was acknowledged. */
    List<JsonNode> paid() {
        return journal.exchanges().stream()
                .filter(exchange -> exchange.status() == 201 && exchange.path().equals("/api/payments"))
                .map(Exchange::json)
                .toList();
    }

    /** How often what was answered. */
    Map<String, Integer> answers() {
        return journal.answers();
    }
}
