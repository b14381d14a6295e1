package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** The demo restaurant, as tests need it: dishes by name, tables one after another. */
final class House {

    /** Guests of single tests sit here. */
    private static final int TABLES = 18;

    /** Those of a whole round sit there. */
    static final List<Integer> TABLES_OF_A_ROUND = List.of(20, 21, 22, 23, 24);

    /** Nobody sits here unless a test says so. */
    static final int QUIET_TABLE = 19;

    private static final AtomicInteger NEXT_TABLE = new AtomicInteger();
    private static final Map<String, Long> DISHES = new ConcurrentHashMap<>();

    private House() {}

    static int anyTable() {
        return 1 + NEXT_TABLE.getAndIncrement() % TABLES;
    }

    /** The dish with that name, looked up once: a carte may be out of reach for a while. */
    static long dish(String name) {
        return DISHES.computeIfAbsent(name, House::findDish);
    }

    private static long findDish(String name) {
        return StreamSupport.stream(
                        Device.camilleTheWaiter()
                                .get("/api/menu")
                                .json()
                                .path("categories")
                                .spliterator(),
                        false)
                .flatMap(
                        category -> StreamSupport.stream(category.path("dishes").spliterator(), false))
                .filter(dish -> dish.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("dish_id")
                .asLong();
    }

    /** Two soups at 9.50 and a glass of Morgon at 6.50: 25.50; beside what others have open at the table. */
    static Map<String, Object> supper() {
        return supper(false);
    }

    /** The same, held: thousands of them would fill the kitchen's board, which shows 500 items. */
    static Map<String, Object> heldSupper() {
        return supper(true);
    }

    private static Map<String, Object> supper(boolean hold) {
        return Map.of(
                "table_id",
                anyTable(),
                "additional",
                true,
                "items",
                List.of(
                        Map.of("dish_id", dish("Soupe à l'oignon gratinée"), "quantity", 2, "hold", hold),
                        Map.of("dish_id", dish("Verre de Morgon"), "quantity", 1, "hold", hold)));
    }

    static JsonNode placeSupper() {
        Device.Answer answer = Device.camilleTheWaiter().post("/api/orders", supper(), "Idempotency-Key", newKey());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    /** Ends what is open at a table: what was paid in part is paid in full, the rest is cancelled. */
    static void clear(int table) {
        Device manager = Device.sophieTheManager();
        for (JsonNode order : manager.get("/api/orders?status=OPEN&limit=200&table_id=" + table)
                .json()
                .path("data")) {
            long id = order.path("order_id").asLong();
            Device.Answer cancelled = manager.post("/api/orders/" + id + "/cancel", Map.of("reason", "Fin de service"));
            if (cancelled.status() != 200) {
                payTheRest(manager, id);
            }
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(manager.get("/api/orders?status=OPEN&table_id=" + table)
                                .json()
                                .path("data"))
                        .isEmpty());
    }

    /** Cash needs an open drawer: the house has one, from the first test to the last. */
    static void openDrawer() {
        Device.Answer opened = Device.inesTheCashier()
                .post(
                        "/api/cash-sessions",
                        Map.of("till", "Caisse 1", "float_cents", 15_000),
                        "Idempotency-Key",
                        newKey());
        assertThat(opened.status()).as(opened.body()).isIn(201, 409);
    }

    private static void payTheRest(Device manager, long order) {
        long left = manager.get("/api/bills/" + order).json().path("left_cents").asLong();
        if (left > 0) {
            manager.post(
                    "/api/payments",
                    Map.of("order_id", order, "method", "CARD", "amount_cents", left),
                    "Idempotency-Key",
                    newKey());
        } else {
            manager.post("/api/orders/" + order + "/close", null);
        }
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }
}
