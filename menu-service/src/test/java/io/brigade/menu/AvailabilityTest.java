package io.brigade.menu;

import static io.brigade.menu.Device.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.security.Role;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AvailabilityTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    RedisDataSource redis;

    @Test
    void soldOutUntilTomorrowEndsWhenTheNextBusinessDayBegins() {
        int dish = Device.dishId("Tarte Tatin, crème épaisse");

        Device.setAvailable(dish, Map.of("available", false, "until", "TOMORROW"));

        OffsetDateTime until = OffsetDateTime.parse((String) Device.dish(dish).get("sold_out_until"));
        ZonedDateTime local = until.atZoneSameInstant(ZoneId.of("Europe/Paris"));
        assertThat(local.getHour()).isEqualTo(5); // the cut-off hour of the tests' tokens
        assertThat(Duration.between(OffsetDateTime.now(ZoneOffset.UTC), until))
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofHours(25));
        assertThat(Device.dish(dish)).containsEntry("available", false);

        Device.setAvailable(dish, Map.of("available", true));
        assertThat(Device.dish(dish)).containsEntry("available", true).containsEntry("sold_out_until", null);
    }

    @Test
    void whatIsSoldOutUntilAMomentComesBackByItselfAndEveryoneIsTold() {
        int dish = (int) Device.addDish("Plats").get("dish_id");
        int formule = Device.carte().getInt("formules[0].formule_id");
        String moment =
                OffsetDateTime.now(ZoneOffset.UTC).plus(Duration.ofSeconds(2)).toString();

        Device.setAvailable(dish, Map.of("available", false, "until", moment));
        as(Role.KITCHEN)
                .body(Map.of("available", false, "until", moment))
                .put("/api/menu/formules/" + formule + "/availability")
                .then()
                .statusCode(200)
                .body("available", equalTo(false));
        long version = Device.carte().getLong("version");

        await().atMost(SOON).untilAsserted(() -> {
            JsonPath carte = Device.carte();
            assertThat(carte.getLong("version")).isGreaterThan(version);
            assertThat(carte.getBoolean("formules[0].available")).isTrue();
            assertThat(Device.dish(dish)).containsEntry("available", true).containsEntry("sold_out_until", null);
        });
        as(Role.MANAGER).delete("/api/menu/dishes/" + dish).then().statusCode(204);
    }

    @Test
    void portionsAreCountedDownByEventsEachAppliedOnce() {
        int dish = (int) Device.addDish("Plats").get("dish_id");
        Device.setAvailable(dish, Map.of("available", true, "portions", 9));
        Device.setAvailable(dish, Map.of("available", true, "portions", 2));
        int set = (int) Device.dish(dish).get("portions_set");
        String first = UUID.randomUUID().toString();

        told(first, dish, set, 1, 1);
        await().atMost(SOON).untilAsserted(() -> assertThat(Device.dish(dish))
                .containsEntry("portions_left", 1)
                .containsEntry("available", true));
        told(UUID.randomUUID().toString(), dish, set, 0, 3);
        await().atMost(SOON).untilAsserted(() -> assertThat(Device.dish(dish))
                .containsEntry("portions_left", 0)
                .containsEntry("available", false));
        told(first, dish, set, 1, 1); // delivered again: must not bring a portion back
        told(UUID.randomUUID().toString(), dish, set, 1, 2); // overtaken by a later one
        told(UUID.randomUUID().toString(), dish, set - 1, 7, 4); // of the nine that were set before

        int other = (int) Device.addDish("Plats").get("dish_id");
        Device.setAvailable(other, Map.of("available", true, "portions", 5));
        told(UUID.randomUUID().toString(), other, (int) Device.dish(other).get("portions_set"), 4, 1);
        await().atMost(SOON).untilAsserted(() -> assertThat(Device.dish(other))
                .containsEntry("portions_left", 4)); // so those before have been read
        assertThat(Device.dish(dish)).containsEntry("portions_left", 0).containsEntry("version", 4);

        Device.setAvailable(dish, Map.of("available", true));
        assertThat(Device.dish(dish))
                .containsEntry("available", true)
                .containsEntry("portions_left", null)
                .containsEntry("portions_set", null);
        as(Role.MANAGER).delete("/api/menu/dishes/" + dish).then().statusCode(204);
        as(Role.MANAGER).delete("/api/menu/dishes/" + other).then().statusCode(204);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        int dish = Device.dishId("Sole meunière");
        for (var wrong : Map.of(
                        "until", Map.of("available", false, "until", "SOON"),
                        "portions", Map.of("available", false, "portions", 3))
                .entrySet()) {
            refused(dish, wrong.getValue(), wrong.getKey());
        }
        refused(dish, Map.of("available", false, "until", "2020-01-01T00:00:00Z"), "until");
        refused(dish, Map.of("available", false, "until", "2999-01-01T00:00:00Z"), "until");
        refused(dish, Map.of("available", true, "until", "TOMORROW"), "until");
        refused(dish, Map.of("available", true, "portions", 0), "portions");
        assertThat(Device.dish(dish)).containsEntry("available", true);
        as(Role.WAITER)
                .body(Map.of("available", false))
                .put("/api/menu/formules/1/availability")
                .then()
                .statusCode(403);
        as(Role.KITCHEN, 61)
                .body(Map.of("available", false))
                .put("/api/menu/dishes/" + dish + "/availability")
                .then()
                .statusCode(404)
                .body("current", nullValue());
    }

    @Test
    void theStreamHasBroughtTheChangeWhenItIsAnswered() {
        int dish = Device.dishId("Sole meunière");
        await().atMost(SOON)
                .untilAsserted(
                        () -> { // the very first may meet a relay that is not elected yet
                            Device.setAvailable(dish, Map.of("available", true));
                            var newest =
                                    redis.stream(String.class).xrevrange("brigade:events", StreamRange.of("+", "-"), 1);
                            assertThat(newest).hasSize(1);
                            assertThat(newest.getFirst().payload())
                                    .containsEntry("type", "menu.changed")
                                    .containsEntry(
                                            "data",
                                            "{\"version\":" + Device.carte().getLong("version") + "}");
                        });
    }

    private static void refused(int dish, Map<String, ?> availability, String field) {
        as(Role.KITCHEN)
                .body(availability)
                .put("/api/menu/dishes/" + dish + "/availability")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    /** As orders-service's relay does. */
    private void told(String eventId, int dish, int set, int left, int version) {
        redis.stream(String.class)
                .xadd(
                        "brigade:events",
                        Map.of(
                                "event_id",
                                eventId,
                                "type",
                                "dish.portions_left",
                                "restaurant_id",
                                "1",
                                "occurred_at",
                                OffsetDateTime.now(ZoneOffset.UTC).toString(),
                                "topics",
                                "menu",
                                "data",
                                "{\"dish_id\": %d, \"portions_set\": %d, \"portions_left\": %d, \"portions_version\": %d}"
                                        .formatted(dish, set, left, version)));
    }
}
