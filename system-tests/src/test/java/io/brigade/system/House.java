package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** The demo restaurant, as tests need it: dishes by name, tables one after another. */
final class House {

    private static final int TABLES = 24;
    private static final AtomicInteger NEXT_TABLE = new AtomicInteger();

    private House() {}

    static int anyTable() {
        return 1 + NEXT_TABLE.getAndIncrement() % TABLES;
    }

    static long dish(String name) {
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

    /** Two soups at 9.50 and a glass of Morgon at 6.50: 25.50. */
    static Map<String, Object> supper() {
        return Map.of(
                "table_id",
                anyTable(),
                "additional",
                true,
                "items",
                List.of(
                        Map.of("dish_id", dish("Soupe à l'oignon gratinée"), "quantity", 2),
                        Map.of("dish_id", dish("Verre de Morgon"), "quantity", 1)));
    }

    static JsonNode placeSupper() {
        Device.Answer answer = Device.camilleTheWaiter().post("/api/orders", supper(), "Idempotency-Key", newKey());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }
}
