package io.brigade.menu;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class MenuTest {

    @Inject
    MeterRegistry meters;

    @Test
    void theDemoCarteIsAWholeBrasserie() {
        JsonPath carte = carte(Role.WAITER);

        assertThat(carte.getList("categories")).hasSize(8);
        assertThat(carte.getList("categories.dishes.flatten()")).hasSizeGreaterThanOrEqualTo(60);
        assertThat(carte.getList("categories.dishes.flatten().station.unique()", String.class))
                .containsExactlyInAnyOrder("HOT", "COLD", "BAR", "PASTRY");
        assertThat(carte.getList("categories.dishes.flatten().vat_rates_bp.TAKEAWAY.unique()", Integer.class))
                .containsExactlyInAnyOrder(550, 1000, 2000);
        assertThat(carte.getInt("option_groups.find { it.name == 'Cuisson' }.max"))
                .isEqualTo(1);
        assertThat(carte.getString("currency")).isEqualTo("EUR");
    }

    @Test
    void aNewRestaurantsCarteIsEmptyUntilSomethingIsWritten() {
        long there = 61;
        Device.as(Role.WAITER, there)
                .get("/api/menu")
                .then()
                .statusCode(200)
                .body("restaurant_id", equalTo(61))
                .body("version", equalTo(0))
                .body("currency", equalTo("EUR"))
                .body("categories", empty())
                .body("formules", empty());
        Device.as(Role.WAITER, there)
                .get("/api/menu/settings")
                .then()
                .statusCode(200)
                .body("languages", contains("fr"));
        Device.as(Role.MANAGER, there).get("/api/menu/export").then().statusCode(200);

        Device.as(Role.MANAGER, there)
                .body(Map.of("name", "Entrées"))
                .post("/api/menu/categories")
                .then()
                .statusCode(201);

        Device.as(Role.WAITER, there)
                .get("/api/menu")
                .then()
                .body("version", equalTo(1))
                .body("categories.name", contains("Entrées"));
    }

    @Test
    void aCarteThatIsKnownIsNotSentAgain() {
        String tag = as(Role.WAITER)
                .get("/api/menu")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .extract()
                .header("ETag");

        as(Role.WAITER)
                .header("If-None-Match", tag)
                .get("/api/menu")
                .then()
                .statusCode(304)
                .header("ETag", tag);
    }

    @Test
    void theSecondReadIsAHitAndAChangeIsSeenByTheNextRead() {
        carte(Role.WAITER);
        double hits = hits();
        carte(Role.WAITER);
        assertThat(hits()).isEqualTo(hits + 1);

        int dish = dishId("Crème brûlée");
        String tag = as(Role.WAITER).get("/api/menu").header("ETag");
        setAvailable(dish, false);
        as(Role.WAITER).header("If-None-Match", tag).get("/api/menu").then().statusCode(200);
        assertThat(carte(Role.WAITER)
                        .getBoolean("categories.dishes.flatten().find { it.dish_id == " + dish + " }.available"))
                .isFalse();
        setAvailable(dish, true);
        assertThat(carte(Role.WAITER)
                        .getBoolean("categories.dishes.flatten().find { it.dish_id == " + dish + " }.available"))
                .isTrue();
    }

    @Test
    void anEditThatComesTooLateIsToldTheCurrentState() {
        int dish = dishId("Café expresso");
        String tag = as(Role.MANAGER)
                .get("/api/menu/dishes/" + dish)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        Map<String, Object> dearer = Device.editOf(Device.dish("Café expresso"));
        dearer.put("unit_price_cents", 270);

        as(Role.MANAGER)
                .header("If-Match", tag)
                .body(dearer)
                .put("/api/menu/dishes/" + dish)
                .then()
                .statusCode(200)
                .body("unit_price_cents", equalTo(270));
        as(Role.MANAGER)
                .header("If-Match", tag)
                .body(dearer)
                .put("/api/menu/dishes/" + dish)
                .then()
                .statusCode(412)
                .body("current.unit_price_cents", equalTo(270));
    }

    @Test
    void badInputAndOtherRestaurantsChangeNothing() {
        int dish = dishId("Salade lyonnaise");
        as(Role.WAITER)
                .body(Map.of("available", false))
                .put("/api/menu/dishes/" + dish + "/availability")
                .then()
                .statusCode(403);
        as(Role.KITCHEN)
                .body(Map.of())
                .put("/api/menu/dishes/" + dish + "/availability")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("available"));
        as(Role.KITCHEN)
                .body("{")
                .put("/api/menu/dishes/" + dish + "/availability")
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_REQUEST"));
        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + TestTokens.token(Role.ADMIN, TestTokens.OTHER_RESTAURANT))
                .body(Map.of("available", false))
                .put("/api/menu/dishes/" + dish + "/availability")
                .then()
                .statusCode(404);
        assertThat(carte(Role.WAITER)
                        .getBoolean("categories.dishes.flatten().find { it.dish_id == " + dish + " }.available"))
                .isTrue();
        given().get("/api/menu").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void changesOfOneDishAtOnceTakeTurnsAndNamesStayUnique() {
        int dish = dishId("Crème brûlée");
        assertThat(IntStream.range(0, 12).parallel().map(i -> as(Role.KITCHEN)
                        .body(Map.of("available", i % 2 == 0))
                        .put("/api/menu/dishes/" + dish + "/availability")
                        .statusCode()))
                .containsOnly(200);
        setAvailable(dish, true);

        Map<String, Object> taken = Device.editOf(Device.dish("Crème brûlée"));
        taken.put("name", "Café expresso");
        as(Role.MANAGER)
                .body(taken)
                .put("/api/menu/dishes/" + dish)
                .then()
                .statusCode(409)
                .body("code", equalTo("CONFLICT"));
        Map<String, Object> unstorable = Device.editOf(Device.dish("Crème brûlée"));
        unstorable.put("name", "a\u0000b");
        as(Role.MANAGER)
                .body(unstorable)
                .put("/api/menu/dishes/" + dish)
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_REQUEST"));
    }

    @Test
    void withoutRedisTheCarteIsAnsweredAndChangesStillWork() throws IOException {
        int dish = dishId("Soupe à l'oignon gratinée");
        Backends.stopRedis();
        try {
            assertThat(carte(Role.WAITER).getList("categories")).hasSize(8);
            setAvailable(dish, false);
            assertThat(carte(Role.WAITER)
                            .getBoolean("categories.dishes.flatten().find { it.dish_id == " + dish + " }.available"))
                    .isFalse();
        } finally {
            Backends.startRedis();
            setAvailable(dish, true);
        }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            double hits = hits();
            carte(Role.WAITER);
            assertThat(hits()).isGreaterThan(hits);
        });
    }

    @Test
    void manyAskersAtOnceAllGetTheCarte() {
        setAvailable(dishId("Crème brûlée"), true);
        assertThat(IntStream.range(0, 50)
                        .parallel()
                        .map(_ -> as(Role.WAITER).get("/api/menu").statusCode()))
                .containsOnly(200);
    }

    private static void setAvailable(int dish, boolean available) {
        as(Role.KITCHEN)
                .body(Map.of("available", available))
                .put("/api/menu/dishes/" + dish + "/availability")
                .then()
                .statusCode(200);
    }

    private static int dishId(String name) {
        return carte(Role.WAITER).getInt("categories.dishes.flatten().find { it.name == \"" + name + "\" }.dish_id");
    }

    private static JsonPath carte(String role) {
        return as(role).get("/api/menu").then().statusCode(200).extract().jsonPath();
    }

    private double hits() {
        return meters.get("cache.requests").tag("result", "hit").counter().count();
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role)).contentType(ContentType.JSON);
    }
}
