package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.Device.Answer;
import io.brigade.system.invariant.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A phone was out of reach for an hour, and sends what it has: in order, again, and again under new keys. */
@ExtendWith(RunningSuite.class)
class OfflineQueueIT {

    private static final int SOUP_CENTS = 950;

    private final String order = UUID.randomUUID().toString();
    private final String soup = UUID.randomUUID().toString();
    private final String wine = UUID.randomUUID().toString();
    private final String dessert = UUID.randomUUID().toString();

    /** A request that waited on the phone. */
    private record Queued(String method, String path, Map<String, Object> body, String key) {

        Answer send() {
            return Device.camilleTheWaiter()
                    .send(method, path, Device.JSON.valueToTree(body).toString(), "Idempotency-Key", key);
        }

        Queued withNewKey() {
            return new Queued(method, path, body, House.newKey());
        }
    }

    @BeforeEach
    void freeTheTable() {
        House.clear(House.QUIET_TABLE);
    }

    /** What was done in that hour: placed, added to, sent to the kitchen; by the phone's own names. */
    private List<Queued> queue() {
        Map<String, Object> placed = Map.of(
                "client_ref",
                order,
                "table_id",
                House.QUIET_TABLE,
                "taken_at",
                Instant.now().minus(Duration.ofHours(1)).toString(),
                "covers",
                2,
                "items",
                List.of(
                        Map.of(
                                "uid",
                                soup,
                                "dish_id",
                                House.dish("Soupe à l'oignon gratinée"),
                                "quantity",
                                2,
                                "seen_price_cents",
                                SOUP_CENTS - 50),
                        Map.of(
                                "uid",
                                wine,
                                "dish_id",
                                House.dish("Verre de Morgon"),
                                "quantity",
                                3,
                                "course",
                                2,
                                "hold",
                                true)));
        Map<String, Object> added =
                Map.of("items", List.of(Map.of("uid", dessert, "dish_id", House.dish("Crème brûlée"), "quantity", 1)));
        String path = "/api/orders/" + order;
        return List.of(
                new Queued("POST", "/api/orders", placed, House.newKey()),
                new Queued("POST", path + "/items", added, House.newKey()),
                new Queued("PUT", path, Map.of("covers", 3), House.newKey()),
                new Queued("POST", path + "/courses/2/fire", Map.of(), House.newKey()));
    }

    @Test
    void aQueueSentAgainIsAnsweredAsBeforeAndChangesNothing() {
        List<Queued> queue = queue();
        List<Answer> first = queue.stream().map(Queued::send).toList();
        assertThat(first).extracting(Answer::status).containsExactly(201, 201, 200, 200);
        JsonNode difference = first.getFirst().json().at("/differences/0");
        assertThat(difference.path("kind").asText()).isEqualTo("PRICE_CHANGED");
        assertThat(difference.path("uid").asText()).isEqualTo(soup);
        assertThat(difference.path("seen_cents").asInt()).isEqualTo(SOUP_CENTS - 50);
        assertThat(difference.path("unit_price_cents").asInt()).isEqualTo(SOUP_CENTS);

        changeTheTable();
        JsonNode before = current();
        List<Answer> again = queue.stream().map(Queued::send).toList();

        IntStream.range(0, queue.size()).forEach(i -> {
            assertThat(again.get(i).status()).isEqualTo(first.get(i).status());
            assertThat(again.get(i).body()).isEqualTo(first.get(i).body());
            assertThat(again.get(i).header("Idempotency-Replayed")).isEqualTo("true");
        });
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void aQueueSentAgainUnderNewKeysDoublesNothingAndIsToldWhatDiffers() {
        List<Queued> queue = queue();
        queue.forEach(Queued::send);
        changeTheTable();
        JsonNode before = current();

        List<Answer> again =
                queue.stream().map(Queued::withNewKey).map(Queued::send).toList();

        assertThat(again).extracting(Answer::status).containsExactly(200, 201, 200, 200);
        assertThat(again.getFirst().json().at("/differences/0/kind").asText()).isEqualTo("ALREADY_THERE");
        assertThat(again.getFirst().json().path("table_id").asInt())
                .as("where it is now")
                .isEqualTo(before.path("table_id").asInt());
        assertThat(again.get(1).json().at("/differences/0/uid").asText()).isEqualTo(dessert);
        JsonNode after = current();
        assertThat(after.path("items")).isEqualTo(before.path("items"));
        assertThat(after.path("total_cents")).isEqualTo(before.path("total_cents"));
        assertThat(Json.each(Device.camilleTheWaiter()
                                .get("/api/orders/" + order + "/history")
                                .json()
                                .path("data"))
                        .map(entry -> entry.path("action").asText()))
                .as("covers were said again, and nothing else happened twice")
                .containsExactly(
                        "CREATED",
                        "ITEMS_ADDED",
                        "CHANGED",
                        "COURSE_FIRED",
                        "ITEMS_ADDED",
                        "TRANSFERRED",
                        "ITEM_MOVED",
                        "CHANGED");
    }

    @Test
    void whatAColleagueDidMeanwhileIsShownWhereThePhoneCanNotHaveItsWay() {
        queue().forEach(Queued::send);
        JsonNode seen = current();
        JsonNode glass = item(seen, wine);
        voided(glass, 1);
        Answer late = Device.camilleTheWaiter()
                .put(
                        "/api/orders/" + order,
                        Map.of("covers", 4),
                        "If-Match",
                        "\"v" + seen.path("version").asLong() + "\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().at("/current/version").asLong())
                .isGreaterThan(seen.path("version").asLong());

        voided(item(current(), wine), 2);
        Answer gone = Device.sophieTheManager()
                .post(
                        "/api/orders/" + order + "/items/"
                                + glass.path("item_id").asLong() + "/void",
                        Map.of("reason", "Erreur de commande"),
                        "Idempotency-Key",
                        House.newKey());
        assertThat(gone.code()).isEqualTo("ITEM_STATE_CONFLICT");
        assertThat(gone.json().at("/current/state").asText()).isEqualTo("VOIDED");

        House.clear(House.QUIET_TABLE);
        Answer closed = queue().get(1).send();
        assertThat(closed.code()).isEqualTo("ORDER_CLOSED");
        assertThat(closed.json().at("/current/status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void aTableThatWasTakenMeanwhileIsShownAndAFurtherOrderIsOpenedOnlyWhenAskedFor() {
        Answer taken = Device.sophieTheManager()
                .post("/api/orders", Map.of("table_id", House.QUIET_TABLE, "covers", 2, "items", List.of()));
        assertThat(taken.status()).isEqualTo(201);
        Queued placing = queue().getFirst();

        Answer refused = placing.send();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("TABLE_OCCUPIED");
        assertThat(refused.json().at("/current/open_orders/0/order_id"))
                .isEqualTo(taken.json().path("order_id"));
        Map<String, Object> asked = new HashMap<>(placing.body());
        asked.put("additional", true);
        Answer placed = Device.camilleTheWaiter().post("/api/orders", asked, "Idempotency-Key", House.newKey());
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(placed.json().path("additional").asBoolean()).isTrue();
        assertThat(placing.withNewKey().send().json().path("order_id"))
                .as("the phone that did not hear of it finds it there")
                .isEqualTo(placed.json().path("order_id"));
    }

    /** A colleague adds a coffee, moves the guests to another table, and the kitchen begins. */
    private void changeTheTable() {
        Device manager = Device.sophieTheManager();
        String path = "/api/orders/" + order;
        assertThat(manager.post(
                                path + "/items",
                                Map.of("items", List.of(Map.of("dish_id", House.dish("Café expresso"), "quantity", 1))))
                        .status())
                .isEqualTo(201);
        assertThat(manager.post(path + "/transfer", Map.of("table_id", House.anyTable(), "additional", true))
                        .status())
                .isEqualTo(200);
        long first = item(current(), soup).path("item_id").asLong();
        assertThat(Device.marcTheChef()
                        .post("/api/kitchen/items/" + first + "/state", Map.of("state", "PREPARING"))
                        .status())
                .isEqualTo(200);
    }

    private void voided(JsonNode item, int quantity) {
        Answer answer = Device.sophieTheManager()
                .post(
                        "/api/orders/" + order + "/items/"
                                + item.path("item_id").asLong() + "/void",
                        Map.of("reason", "Erreur de commande", "quantity", quantity));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode current() {
        return Device.camilleTheWaiter().get("/api/orders/" + order).json();
    }

    private static JsonNode item(JsonNode order, String uid) {
        return Json.each(order.path("items"))
                .filter(item -> item.path("uid").asText().equals(uid))
                .findFirst()
                .orElseThrow();
    }
}
