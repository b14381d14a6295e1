package io.brigade.menu;

import static io.brigade.menu.Device.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class EditingTest {

    private static final long HERE = 60; // a restaurant of its own: the first write makes its carte

    @Test
    void aNewRestaurantWritesItsCarteAndEveryDeviceSeesAllOfIt() {
        int category = add("/categories", Map.of("name", "Boissons", "translations", english("Drinks")))
                .getInt("category_id");
        JsonPath group = add(
                "/option-groups",
                Map.of(
                        "name",
                        "Contenance",
                        "min",
                        1,
                        "max",
                        1,
                        "options",
                        List.of(
                                Map.of("name", "Demi", "price_cents", 0, "translations", english("Half")),
                                Map.of("name", "Pinte", "price_cents", 350))));
        Map<String, Object> dish = Device.newDish(category);
        dish.put("name", "Blonde");
        dish.put("description", "Brassée ici.");
        dish.put("translations", Map.of("en", Map.of("name", "Lager", "description", "Brewed here.")));
        dish.put("timed_prices", List.of(happyHour("17:00", "19:00")));
        dish.put("target_seconds", 120);
        dish.put("option_group_ids", List.of(group.getInt("option_group_id")));
        int dishId = add("/dishes", dish).getInt("dish_id");
        add(
                "/formules",
                Map.of(
                        "name",
                        "Apéro",
                        "unit_price_cents",
                        900,
                        "steps",
                        List.of(step("Verre", Map.of("dish_id", dishId, "supplement_cents", 100)))));

        JsonPath carte = here(Role.WAITER)
                .get("/api/menu")
                .then()
                .statusCode(200)
                .body("languages", equalTo(List.of("fr")))
                .body("currency", equalTo("EUR"))
                .body("categories[0].name", equalTo("Boissons"))
                .body("categories[0].translations.en.name", equalTo("Drinks"))
                .body("categories[0].position", equalTo(1))
                .body("option_groups[0].options.name", equalTo(List.of("Demi", "Pinte")))
                .body("option_groups[0].options[0].translations.en.name", equalTo("Half"))
                .body("formules[0].steps[0].choices[0].supplement_cents", equalTo(100))
                .body("formules[0].available", equalTo(true))
                .extract()
                .jsonPath();
        Map<String, Object> shown = carte.getMap("categories[0].dishes[0]");
        assertThat(shown)
                .containsEntry("name", "Blonde")
                .containsEntry("translations", Map.of("en", Map.of("name", "Lager", "description", "Brewed here.")))
                .containsEntry("timed_prices", List.of(happyHour("17:00", "19:00")))
                .containsEntry("target_seconds", 120)
                .containsEntry("available", true)
                .containsEntry("version", 0)
                .containsEntry("sold_out_until", null)
                .containsEntry("portions_left", null)
                .containsEntry("portions_set", null);
    }

    @Test
    void theLanguagesOfTheCarteAreSetOnceForAll() {
        String settings = "/api/menu/settings";
        String tag =
                as(Role.WAITER).get(settings).then().statusCode(200).extract().header("ETag");
        Map<String, Object> wanted = Map.of("languages", List.of("fr", "en", "pt-BR"));

        as(Role.WAITER).body(wanted).put(settings).then().statusCode(403);
        as(Role.MANAGER)
                .header("If-Match", tag)
                .body(wanted)
                .put(settings)
                .then()
                .statusCode(200);
        as(Role.MANAGER)
                .header("If-Match", tag)
                .body(wanted)
                .put(settings)
                .then()
                .statusCode(412)
                .body("current.languages", equalTo(List.of("fr", "en", "pt-BR")));
        assertThat(Device.carte().getList("languages")).isEqualTo(List.of("fr", "en", "pt-BR"));
        for (List<String> wrong : List.of(List.<String>of(), List.of("fr", "fr"), List.of("FRE_"), List.of("en-us"))) {
            as(Role.MANAGER)
                    .body(Map.of("languages", wrong))
                    .put(settings)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("languages"));
        }
        as(Role.MANAGER)
                .body(Map.of("languages", List.of("fr", "en")))
                .put(settings)
                .then()
                .statusCode(200);
    }

    @Test
    void aPutReplacesTheWholeDish() {
        Map<String, Object> dish = Device.addDish("Plats");
        String path = "/api/menu/dishes/" + dish.get("dish_id");
        Map<String, Object> edit = Device.editOf(dish);
        edit.put("timed_prices", List.of(happyHour("22:00", "02:00")));
        edit.put("target_seconds", 600);
        as(Role.MANAGER).body(edit).put(path).then().statusCode(200).body("target_seconds", equalTo(600));

        edit.remove("timed_prices");
        edit.remove("target_seconds");
        edit.remove("description");
        edit.put("vat_rates_bp", Map.of("DINE_IN", 2000, "TAKEAWAY", 550, "DELIVERY", 550));
        edit.put("station", "BAR");
        edit.put("course", 0);
        edit.put("category_id", categoryId("Boissons fraîches"));
        edit.remove("position");
        as(Role.MANAGER)
                .body(edit)
                .put(path)
                .then()
                .statusCode(200)
                .body("timed_prices", equalTo(List.of()))
                .body("target_seconds", nullValue())
                .body("description", equalTo(""))
                .body("vat_rates_bp.TAKEAWAY", equalTo(550))
                .body("station", equalTo("BAR"))
                .body("version", equalTo(2));
        List<String> drinks = Device.carte().getList("categories.find { it.name == 'Boissons fraîches' }.dishes.name");
        assertThat(drinks.getLast()).isEqualTo(dish.get("name"));
        remove(path, 204);
    }

    @Test
    void twoEditorsAtOnceOneIsToldTheCurrentState() {
        Map<String, Object> dish = Device.addDish("Plats");
        String path = "/api/menu/dishes/" + dish.get("dish_id");
        Map<String, Object> edit = Device.editOf(dish);

        List<Integer> statuses = Stream.of(1600, 1700)
                .parallel()
                .map(cents -> {
                    Map<String, Object> mine = new LinkedHashMap<>(edit);
                    mine.put("unit_price_cents", cents);
                    return as(Role.MANAGER)
                            .header("If-Match", "\"v0\"")
                            .body(mine)
                            .put(path)
                            .statusCode();
                })
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        as(Role.MANAGER)
                .header("If-Match", "\"v0\"")
                .delete(path)
                .then()
                .statusCode(412)
                .body("current.version", equalTo(1));
        as(Role.MANAGER).header("If-Match", "\"v1\"").delete(path).then().statusCode(204);
        as(Role.MANAGER).get(path).then().statusCode(404);
    }

    @Test
    void everyKindHasATagAndRefusesALateEdit() {
        int group = Device.carte().getInt("option_groups[0].option_group_id");
        int formule = Device.carte().getInt("formules[0].formule_id");
        for (String path : List.of(
                "/api/menu/categories/" + categoryId("Plats"),
                "/api/menu/option-groups/" + group,
                "/api/menu/formules/" + formule)) {
            Map<String, Object> shown = as(Role.WAITER)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getMap("");
            Map<String, Object> edit = new LinkedHashMap<>(shown);
            List.of("category_id", "option_group_id", "formule_id", "available", "sold_out_until", "version")
                    .forEach(edit::remove);
            String tag = as(Role.WAITER).get(path).header("ETag");
            as(Role.WAITER).header("If-None-Match", tag).get(path).then().statusCode(304);

            as(Role.MANAGER).header("If-Match", tag).body(edit).put(path).then().statusCode(200);
            as(Role.MANAGER)
                    .header("If-Match", tag)
                    .body(edit)
                    .put(path)
                    .then()
                    .statusCode(412)
                    .body("current.version", equalTo((int) shown.get("version") + 1));
            as(Role.MANAGER).header("If-Match", tag).delete(path).then().statusCode(412);
        }
    }

    @Test
    void whatIsStillNeededIsNotRemoved() {
        int group = Device.carte().getInt("option_groups.find { it.name == 'Cuisson' }.option_group_id");

        remove("/api/menu/categories/" + categoryId("Plats"), 409).body("code", equalTo("CATEGORY_NOT_EMPTY"));
        remove("/api/menu/option-groups/" + group, 409).body("code", equalTo("OPTION_GROUP_IN_USE"));
        remove("/api/menu/dishes/" + Device.dishId("Entrecôte grillée"), 409).body("code", equalTo("DISH_IN_FORMULE"));
        assertThat(Device.dish("Entrecôte grillée")).containsEntry("option_group_ids", List.of(group, sides()));
    }

    @Test
    void whatIsNoLongerNeededIsRemovedAndItsNameIsFree() {
        JsonPath category = as(Role.ADMIN)
                .body(Map.of("name", "Brunch", "position", 99))
                .post("/api/menu/categories")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String path = "/api/menu/categories/" + category.getInt("category_id");
        as(Role.ADMIN)
                .body(Map.of("name", "Brunch"))
                .post("/api/menu/categories")
                .then()
                .statusCode(409)
                .body("code", equalTo("CONFLICT"));
        remove(path, 204);
        remove(path, 404);
        JsonPath again = as(Role.ADMIN)
                .body(Map.of("name", "Brunch"))
                .post("/api/menu/categories")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        remove("/api/menu/categories/" + again.getInt("category_id"), 204);
    }

    @Test
    void optionsKeepTheirIdsThroughAnEdit() {
        JsonPath group = add(
                "/option-groups",
                Map.of(
                        "name",
                        "Sauce",
                        "min",
                        0,
                        "max",
                        2,
                        "options",
                        List.of(option("Poivre", 150), option("Béarnaise", 150), option("Roquefort", 200))));
        String path = "/api/menu/option-groups/" + group.getInt("option_group_id");
        Map<String, Object> first =
                Map.of("option_id", group.getInt("options[2].option_id"), "name", "Bleu", "price_cents", 250);
        Map<String, Object> second =
                Map.of("option_id", group.getInt("options[0].option_id"), "name", "Poivre", "price_cents", 150);
        Map<String, Object> edit =
                Map.of("name", "Sauces", "min", 0, "max", 1, "options", List.of(first, second, option("Moutarde", 0)));

        here(Role.MANAGER)
                .body(edit)
                .put(path)
                .then()
                .statusCode(200)
                .body("options.name", equalTo(List.of("Bleu", "Poivre", "Moutarde")))
                .body("options[0].option_id", equalTo(first.get("option_id")))
                .body("options[1].option_id", equalTo(second.get("option_id")))
                .body("options[2].option_id", notNullValue());
        here(Role.WAITER)
                .get(path)
                .then()
                .body("options.name", equalTo(List.of("Bleu", "Poivre", "Moutarde")))
                .body("version", equalTo(1));
        here(Role.MANAGER)
                .body(Map.of("name", "Sauces", "min", 0, "max", 1, "options", List.of(first, first)))
                .put(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("REFERENCE_UNKNOWN"))
                .body("errors[0].field", equalTo("options[1].option_id"));
        here(Role.MANAGER).delete(path).then().statusCode(204);
    }

    @Test
    void unknownThingsAreNamedFieldByField() {
        Map<String, Object> dish = Device.newDish(999_999);
        dish.put("option_group_ids", List.of(sides(), 999_998, sides()));
        as(Role.MANAGER)
                .body(dish)
                .post("/api/menu/dishes")
                .then()
                .statusCode(422)
                .body("code", equalTo("REFERENCE_UNKNOWN"))
                .body("errors.field", equalTo(List.of("category_id", "option_group_ids[1]", "option_group_ids[2]")));
        int elsewhere = as(Role.WAITER, TestTokens.OTHER_RESTAURANT)
                .get("/api/menu")
                .jsonPath()
                .getInt("categories[0].dishes[0].dish_id");
        as(Role.MANAGER)
                .body(Map.of(
                        "name",
                        "Impossible",
                        "unit_price_cents",
                        1,
                        "steps",
                        List.of(step("Plat", Map.of("dish_id", elsewhere)))))
                .post("/api/menu/formules")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("steps[0].choices[0].dish_id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"\"}|name",
                "{\"unit_price_cents\": -1}|unit_price_cents",
                "{\"vat_rates_bp\": {\"DINE_IN\": 1000}}|vat_rates_bp",
                "{\"vat_rates_bp\": {\"DINE_IN\": 1000, \"TAKEAWAY\": 10001, \"DELIVERY\": 0}}|vat_rates_bp",
                "{\"station\": null}|station",
                "{\"course\": 10}|course",
                "{\"allergens\": null}|allergens",
                "{\"target_seconds\": 0}|target_seconds",
                "{\"translations\": {\"EN_us\": {\"name\": \"x\"}}}|translations",
                "{\"translations\": {\"en\": {\"name\": \"\"}}}|translations[en].name",
                "{\"timed_prices\": [{\"name\": \"x\", \"days\": [\"MON\"], \"from\": \"17:00\", \"to\": \"17:00\","
                        + " \"unit_price_cents\": 1}]}|timed_prices[0].to",
                "{\"timed_prices\": [{\"name\": \"x\", \"days\": [], \"from\": \"17:00\", \"to\": \"18:00\","
                        + " \"unit_price_cents\": 1}]}|timed_prices[0].days",
                "{\"timed_prices\": [{\"name\": \"x\", \"days\": [\"MON\"], \"from\": \"24:00\", \"to\": \"18:00\","
                        + " \"unit_price_cents\": 1}]}|timed_prices[0].from",
                "{\"dish_id\": 4}|dish_id"
            })
    void aDishThatIsNotValidIsRefusedNamingTheField(String changeAndField) {
        String[] parts = changeAndField.split("\\|", 2);
        Map<String, Object> dish = Device.newDish(categoryId("Plats"));
        dish.putAll(JsonPath.from(parts[0]).getMap(""));
        as(Role.MANAGER)
                .body(dish)
                .post("/api/menu/dishes")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(parts[1]));
    }

    @Test
    void aGroupAsksForNoMoreThanItHas() {
        for (Map<String, Object> group : List.<Map<String, Object>>of(
                Map.of("name", "x", "min", 2, "max", 3, "options", List.of(option("a", 0))),
                Map.of("name", "x", "min", 2, "max", 1, "options", List.of(option("a", 0), option("b", 0))))) {
            as(Role.MANAGER)
                    .body(group)
                    .post("/api/menu/option-groups")
                    .then()
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("min")));
        }
    }

    @Test
    void onlyManagersEditAndNobodySeesAnotherRestaurantsThings() {
        int dish = Device.dishId("Sole meunière");
        for (String path : List.of("/dishes", "/categories", "/option-groups", "/formules")) {
            for (String role : List.of(Role.WAITER, Role.CASHIER, Role.KITCHEN)) {
                as(role).body(Map.of()).post("/api/menu" + path).then().statusCode(403);
                as(role).body(Map.of()).put("/api/menu" + path + "/1").then().statusCode(403);
                as(role).delete("/api/menu" + path + "/1").then().statusCode(403);
            }
        }
        Map<String, String> paths = Map.of(
                "/dishes/", String.valueOf(dish),
                "/categories/", String.valueOf(categoryId("Plats")),
                "/option-groups/", String.valueOf(sides()),
                "/formules/", Device.carte().getString("formules[0].formule_id"));
        paths.forEach((path, id) -> {
            as(Role.ADMIN, HERE).get("/api/menu" + path + id).then().statusCode(404);
            as(Role.ADMIN, HERE).delete("/api/menu" + path + id).then().statusCode(404);
        });
        as(Role.ADMIN, HERE).get("/api/menu/dishes/" + dish + "/prices").then().statusCode(404);
        as(Role.WAITER).get("/api/menu/dishes/" + dish + "/prices").then().statusCode(403);
    }

    @Test
    void theSameRequestWithItsKeyMakesOneDish() {
        Map<String, Object> dish = Device.newDish(categoryId("Plats"));
        ValidatableResponse first = as(Role.MANAGER)
                .header("Idempotency-Key", "plat-du-jour-1")
                .body(dish)
                .post("/api/menu/dishes")
                .then()
                .statusCode(201);
        String body = first.extract().asString();
        assertThat(as(Role.MANAGER)
                        .header("Idempotency-Key", "plat-du-jour-1")
                        .body(dish)
                        .post("/api/menu/dishes")
                        .then()
                        .statusCode(201)
                        .header("Idempotency-Replayed", "true")
                        .extract()
                        .asString())
                .isEqualTo(body);
        String path = "/api/menu/dishes/" + first.extract().jsonPath().getInt("dish_id");
        as(Role.MANAGER).header("Idempotency-Key", "weg-1").delete(path).then().statusCode(204);
        as(Role.MANAGER)
                .header("Idempotency-Key", "weg-1")
                .delete(path)
                .then()
                .statusCode(204)
                .header("Idempotency-Replayed", "true");
    }

    private static JsonPath add(String path, Map<String, Object> thing) {
        return here(Role.MANAGER)
                .body(thing)
                .post("/api/menu" + path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse remove(String path, int status) {
        return as(Role.MANAGER).delete(path).then().statusCode(status);
    }

    private static RequestSpecification here(String role) {
        return as(role, HERE);
    }

    private static int categoryId(String name) {
        return Device.carte().getInt("categories.find { it.name == '" + name + "' }.category_id");
    }

    private static int sides() {
        return Device.carte().getInt("option_groups.find { it.name == 'Accompagnement' }.option_group_id");
    }

    private static Map<String, Object> english(String name) {
        return Map.of("en", Map.of("name", name));
    }

    private static Map<String, Object> option(String name, int cents) {
        return Map.of("name", name, "price_cents", cents);
    }

    private static Map<String, Object> step(String name, Map<String, Object> choice) {
        return Map.of("name", name, "min", 1, "max", 1, "choices", List.of(choice));
    }

    private static Map<String, Object> happyHour(String from, String to) {
        return Map.of(
                "name", "Happy hour", "days", List.of("MON", "FRI"), "from", from, "to", to, "unit_price_cents", 350);
    }
}
