package io.brigade.menu.file;

import static io.brigade.menu.Device.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ImportExportTest {

    private static final AtomicLong RESTAURANTS = new AtomicLong(70);
    private static final String HEADER =
            "category;name;unit_price;vat_dine_in;vat_takeaway;vat_delivery;station;course;allergens\r\n";
    private static final String SOUP = "Entrées;Soupe;9,50;10;10;10;HOT;1;MILK | GLUTEN\r\n";
    private static final String TART = "Desserts;Tarte;8;10;5,5;5,5;PASTRY;3;\r\n";

    private final long restaurant = RESTAURANTS.getAndIncrement(); // each test writes the carte of one of its own

    @ParameterizedTest
    @ValueSource(strings = {"format=json", "format=csv", "format=csv&separator=comma", "format=csv&ids=false"})
    void whatWasExportedIsImportedWithoutChangingAnything(String how) {
        String type = how.contains("csv") ? "text/csv" : "application/json";
        byte[] file = export(1, how);
        String tag = as(Role.MANAGER, 1).get("/api/menu").header("ETag");

        for (String mode : List.of("merge", "replace")) {
            take(1, type, file, "mode=" + mode)
                    .statusCode(200)
                    .body("dishes.created", equalTo(0))
                    .body("dishes.changed", equalTo(0))
                    .body("dishes.unchanged", equalTo(112))
                    .body("dishes.removed", equalTo(0))
                    .body("categories.changed", equalTo(0))
                    .body("categories.removed", equalTo(0));
        }

        assertThat(as(Role.MANAGER, 1).get("/api/menu").header("ETag")).isEqualTo(tag);
    }

    @Test
    void aCarteGoesToAnotherRestaurantByItsFile() {
        byte[] file = export(1, "format=json&ids=false");

        take(restaurant, "application/json", file, "")
                .statusCode(200)
                .body("dry_run", equalTo(false))
                .body("dishes.created", equalTo(112))
                .body("categories.created", equalTo(8))
                .body("formules.created", equalTo(4));

        assertThat(new String(export(restaurant, "format=json&ids=false"), StandardCharsets.UTF_8))
                .isEqualTo(new String(file, StandardCharsets.UTF_8));
        assertThat(new String(export(restaurant, "format=csv&ids=false"), StandardCharsets.UTF_8))
                .isEqualTo(new String(export(1, "format=csv&ids=false"), StandardCharsets.UTF_8));
    }

    @Test
    void aSpreadsheetIsReadHoweverItWasSaved() {
        take("\uFEFF" + HEADER + SOUP).statusCode(200).body("dishes.created", equalTo(1));
        take("name;unit_price\nSoupe;\"10,50\n").statusCode(400).body("detail", startsWith("Line "));
        take("name,unit_price,description,name_en\nSoupe,10.5,\"À l'oignon, \"\"gratinée\"\"\nau four\",Onion soup\n")
                .statusCode(200)
                .body("dishes.changed", equalTo(1));

        Map<String, Object> soup = carte().getMap("categories[0].dishes[0]");
        assertThat(soup)
                .containsEntry("unit_price_cents", 1050)
                .containsEntry("description", "À l'oignon, \"gratinée\"\nau four")
                .containsEntry("translations", Map.of("en", Map.of("name", "Onion soup")))
                .containsEntry("allergens", List.of("GLUTEN", "MILK"));
        take("name\tunit_price\tname_en\nSoupe\t11 €\t\n").statusCode(200);
        assertThat(carte().<String, Object>getMap("categories[0].dishes[0]"))
                .containsEntry("unit_price_cents", 1100)
                .containsEntry("translations", Map.of());
        take(restaurant, "text/csv", (HEADER + SOUP).getBytes(Charset.forName("windows-1252")), "")
                .statusCode(400)
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void everyWrongLineIsToldAndNothingIsChanged() {
        take(HEADER + SOUP).statusCode(200);
        String tag = as(Role.MANAGER, restaurant).get("/api/menu").header("ETag");

        take(HEADER
                        + "Entrées;\"Soupe\";12;10;10;10;HOT;1;MILK\r\n"
                        + "Entrées;Salade;douze;10;10;10;COLD;1;\r\n"
                        + "\r\n"
                        + "Entrées;Terrine;9;10;10;10;GRILL;1;MILK | SAND\r\n"
                        + "Entrées;Terrine;9;10;10;200;HOT;11;MILK\r\n"
                        + "Entrées;Œufs;9\r\n"
                        + ";Pain;2;10;10;10;COLD;1;GLUTEN\r\n")
                .statusCode(422)
                .body("code", equalTo("IMPORT_REFUSED"))
                .body("detail", containsString("correct 7 places"))
                .body(
                        "errors.field",
                        hasItems(
                                "line 3: unit_price",
                                "line 5: station",
                                "line 6: name",
                                "line 6: course",
                                "line 6: vat_delivery",
                                "line 7",
                                "line 8: category"));

        assertThat(as(Role.MANAGER, restaurant).get("/api/menu").header("ETag")).isEqualTo(tag);
        assertThat(carte().getInt("categories[0].dishes[0].unit_price_cents")).isEqualTo(950);
    }

    @Test
    void errorsInJsonAreNamedByTheirPath() {
        take(HEADER + SOUP).statusCode(200);
        String file = """
                {"currency": "USD", "surprise": 1, "languages": ["xx_"],
                 "option_groups": [{"name": "Cuisson", "min": 2, "max": 1, "options": [{"name": "Bleu", "price_cents": 0}]}],
                 "categories": [{"name": "Entrées", "dishes": [
                   {"name": "Soupe", "unit_price_cents": "9.50"},
                   {"name": "Salade", "option_groups": ["Sauces"]},
                   {"dish_id": 1, "name": "Autre"}]}],
                 "formules": [{"name": "Midi", "unit_price_cents": 1500, "steps": [
                   {"name": "Plat", "min": 1, "max": 1, "choices": [{"dish": "Homard"}]}]}]}""";

        take(restaurant, "application/json", file.getBytes(StandardCharsets.UTF_8), "")
                .statusCode(422)
                .body(
                        "errors.field",
                        hasItems(
                                "currency",
                                "surprise",
                                "languages",
                                "option_groups[0].min",
                                "categories[0].dishes[0].unit_price_cents",
                                "categories[0].dishes[1].option_groups",
                                "categories[0].dishes[1].station",
                                "categories[0].dishes[2].dish_id",
                                "formules[0].steps[0].choices[0].dish"));
        take(restaurant, "application/json", "{\"categories\": [".getBytes(StandardCharsets.UTF_8), "")
                .statusCode(400);
        take(restaurant, "application/json", "[]".getBytes(StandardCharsets.UTF_8), "")
                .statusCode(400);
        take(restaurant, "application/json", new byte[0], "").statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"languages\": null}",
                "{\"languages\": [null]}",
                "{\"languages\": \"fr\"}",
                "{\"categories\": {}}",
                "{\"categories\": [1]}",
                "{\"categories\": [{\"name\": null}]}",
                "{\"categories\": [{\"name\": {\"x\": 1}, \"dishes\": 3}]}",
                "{\"categories\": [{\"category_id\": \"x\", \"name\": \"Entrées\"}]}",
                "{\"categories\": [{\"name\": \"x\", \"dishes\": [{\"name\": \"y\", \"unit_price_cents\": 99999999999999999999}]}]}",
                "{\"categories\": [{\"name\": \"x\", \"dishes\": [{\"name\": \"y\", \"partly\": {\"vat_rates_bp\": 1}}]}]}",
                "{\"categories\": [{\"name\": \"Entrées\", \"dishes\": [{\"name\": \"Soupe\", \"option_group_ids\": [999]}]}]}",
                "{\"categories\": [{\"name\": \"Entrées\", \"dishes\": [{\"name\": \"Soupe\", \"timed_prices\": [null]}]}]}",
                "{\"categories\": [{\"name\": \"Entrées\", \"dishes\": [{\"name\": \"Soupe\", \"translations\": {\"en\": null}}]}]}",
                "{\"option_groups\": [{\"name\": \"x\", \"min\": 0, \"max\": 1, \"options\": {\"a\": 1}}]}",
                "{\"formules\": [{\"name\": \"x\", \"unit_price_cents\": 1, \"steps\": {\"a\": 1}}]}",
                "{\"formules\": [{\"name\": \"x\", \"unit_price_cents\": 1, \"steps\": [null]}]}",
                "{\"formules\": [{\"name\": \"x\", \"unit_price_cents\": 1, \"steps\": [{\"choices\": [{\"dish_id\": 1}]}]}]}"
            })
    void whateverTheFileSaysItIsAnErrorOfTheFile(String file) {
        take(HEADER + SOUP).statusCode(200);
        take(restaurant, "application/json", bytes(file), "").statusCode(422).body("code", equalTo("IMPORT_REFUSED"));
    }

    @Test
    void aFileWithoutDishesDoesNotEmptyTheCarte() {
        take(HEADER + SOUP).statusCode(200);
        for (String empty : List.of("", "\r\n", HEADER)) {
            take(restaurant, "text/csv", bytes(empty), "mode=replace").statusCode(422);
        }
        take(restaurant, "application/json", bytes("{\"categories\": []}"), "mode=replace")
                .statusCode(422);
        take("name;name;colour\r\nSoupe;Soupe;red\r\n")
                .statusCode(422)
                .body("errors.field", equalTo(List.of("line 1: name", "line 1: colour")));
        assertThat(carte().getList("categories.dishes.flatten()")).hasSize(1);
    }

    @Test
    void theFirstHundredErrorsAreListed() {
        String rows = IntStream.range(0, 150)
                .mapToObj(i -> "Entrées;Plat " + i + ";cher;10;10;10;HOT;1;\r\n")
                .collect(Collectors.joining());
        take(HEADER + rows)
                .statusCode(422)
                .body("errors", hasSize(100))
                .body("detail", containsString("correct 150 places"));
    }

    @Test
    void whatTheFileDoesNotNameStaysUnlessItReplacesTheCarte() {
        take(HEADER + SOUP + TART).statusCode(200);
        take("name;unit_price\r\nTarte;9\r\n").statusCode(200).body("dishes.removed", equalTo(0));
        assertThat(carte().getList("categories.dishes.flatten().name")).containsExactly("Soupe", "Tarte");
        assertThat(carte().getMap("categories[1].dishes[0].vat_rates_bp")).containsEntry("TAKEAWAY", 550);

        take(restaurant, "text/csv", bytes(HEADER + TART), "mode=replace&dry_run=true")
                .statusCode(200)
                .body("dry_run", equalTo(true))
                .body("dishes.removed", equalTo(1))
                .body("categories.removed", equalTo(1));
        assertThat(carte().getList("categories")).hasSize(2);

        take(restaurant, "text/csv", bytes(HEADER + TART), "mode=replace").statusCode(200);
        assertThat(carte().getList("categories.name")).containsExactly("Desserts");
        assertThat(carte().getList("categories.dishes.flatten().name")).containsExactly("Tarte");
    }

    @Test
    void aTrialDoesNotEvenMakeTheCarte() {
        take(restaurant, "text/csv", bytes(HEADER + SOUP), "dry_run=true")
                .statusCode(200)
                .body("dishes.created", equalTo(1));
        as(Role.MANAGER, restaurant)
                .get("/api/menu")
                .then()
                .statusCode(200)
                .body("version", equalTo(0))
                .body("categories", empty());
    }

    @Test
    void whatAFormuleOffersIsNotReplacedAway() {
        take(HEADER + SOUP + TART).statusCode(200);
        String formule = """
                {"formules": [{"name": "Midi", "unit_price_cents": 1500, "steps": [
                  {"name": "Au choix", "min": 1, "max": 1, "choices": [{"dish": "Soupe"}, {"dish": "Tarte", "supplement_cents": 100}]}]}]}""";
        take(restaurant, "application/json", bytes(formule), "").statusCode(200).body("formules.created", equalTo(1));

        take(restaurant, "text/csv", bytes(HEADER + TART), "mode=replace")
                .statusCode(422)
                .body("errors[0].field", equalTo("dishes"))
                .body("errors[0].message", containsString("Midi"));
    }

    @Test
    void anIdRenamesANameDoesNotAndTwoMaySwapTheirs() {
        take(HEADER + SOUP + TART).statusCode(200);
        JsonPath before = carte();
        int soup = before.getInt("categories[0].dishes[0].dish_id");
        int tart = before.getInt("categories[1].dishes[0].dish_id");

        take("dish_id;name\r\n" + soup + ";Tarte\r\n" + tart + ";Soupe\r\n")
                .statusCode(200)
                .body("dishes.changed", equalTo(2));
        assertThat(carte().getString("categories[0].dishes[0].name")).isEqualTo("Tarte");
        take("dish_id;name\r\n" + soup + ";Soupe\r\n").statusCode(422).body("errors[0].field", equalTo("line 2: name"));
        take("dish_id;name\r\n1;Soupe\r\n").statusCode(422).body("errors[0].field", equalTo("line 2: dish_id"));
    }

    @Test
    void aSpreadsheetNeverRunsWhatADishIsCalled() {
        String formula = "=HYPERLINK(\"http://example.com\";\"Soupe\")";
        take(HEADER + "Entrées;\"" + formula.replace("\"", "\"\"")
                        + "\";9;10;10;10;HOT;1;\r\n+Plats;-2;9;10;10;10;HOT;1;\r\n")
                .statusCode(200);
        assertThat(carte().getString("categories[0].dishes[0].name")).isEqualTo(formula);

        byte[] file = export(restaurant, "format=csv&ids=false");
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("\"'=HYPERLINK(")
                .contains("\"'+Plats\";\"'-2\"");
        take(restaurant, "text/csv", file, "").statusCode(200).body("dishes.unchanged", equalTo(2));
    }

    @Test
    void pricesThatAFileChangesAreInTheHistory() {
        take(HEADER + SOUP).statusCode(200);
        take("name;unit_price\r\nSoupe;10\r\n").statusCode(200);
        int soup = carte().getInt("categories[0].dishes[0].dish_id");
        as(Role.MANAGER, restaurant)
                .get("/api/menu/dishes/" + soup + "/prices")
                .then()
                .statusCode(200)
                .body("data.new_cents", equalTo(List.of(1000, 950)));
    }

    @Test
    void theSameFileWithItsKeyIsTakenOnce() {
        for (int i = 0; i < 2; i++) {
            as(Role.MANAGER, restaurant)
                    .header("Idempotency-Key", "carte-1")
                    .contentType("text/csv")
                    .body(bytes(HEADER + SOUP))
                    .post("/api/menu/import")
                    .then()
                    .statusCode(200)
                    .body("dishes.created", equalTo(1));
        }
        as(Role.MANAGER, restaurant)
                .header("Idempotency-Key", "carte-1")
                .contentType("text/csv")
                .body(bytes(HEADER + TART))
                .post("/api/menu/import")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void onlyManagersAndOnlyInTheFormsThereAre() {
        as(Role.WAITER).get("/api/menu/export").then().statusCode(403);
        as(Role.KITCHEN).body("{}").post("/api/menu/import").then().statusCode(403);
        as(Role.MANAGER)
                .contentType("text/plain")
                .body("x")
                .post("/api/menu/import")
                .then()
                .statusCode(415);
        as(Role.MANAGER).get("/api/menu/export?format=pdf").then().statusCode(400);
        as(Role.MANAGER).body("{}").post("/api/menu/import?mode=guess").then().statusCode(400);
        String deep = "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
        as(Role.MANAGER)
                .body(deep)
                .post("/api/menu/import")
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_REQUEST"));
        as(Role.MANAGER, 99).get("/api/menu/export").then().statusCode(200).body("categories", empty());
        as(Role.MANAGER)
                .accept("text/csv")
                .get("/api/menu/export")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", containsString("carte.csv"))
                .body(startsWith("\uFEFFdish_id;category;name"));
    }

    private ValidatableResponse take(String csv) {
        return take(restaurant, "text/csv", bytes(csv), "");
    }

    private static ValidatableResponse take(long restaurant, String type, byte[] file, String query) {
        return as(Role.MANAGER, restaurant)
                .contentType(type)
                .body(file)
                .post(query.isEmpty() ? "/api/menu/import" : "/api/menu/import?" + query)
                .then();
    }

    private static byte[] export(long restaurant, String query) {
        return as(Role.MANAGER, restaurant)
                .get("/api/menu/export?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private JsonPath carte() {
        return as(Role.MANAGER, restaurant)
                .get("/api/menu")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
