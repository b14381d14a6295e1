package io.brigade.menu;

import static io.brigade.menu.Device.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class PriceHistoryTest {

    @Test
    void everyPriceOfADishIsKeptWithWhoAndWhatItWasBefore() throws SQLException {
        Map<String, Object> dish = Device.addDish("Plats");
        String path = "/api/menu/dishes/" + dish.get("dish_id");
        Map<String, Object> edit = Device.editOf(dish);
        edit.put("unit_price_cents", 1650);
        as(Role.MANAGER).body(edit).put(path).then().statusCode(200);
        edit.put("timed_prices", List.of(lunch(1200)));
        as(Role.MANAGER).body(edit).put(path).then().statusCode(200);
        edit.put("timed_prices", List.of(lunch(1300)));
        as(Role.MANAGER).body(edit).put(path).then().statusCode(200);
        edit.put("description", "Sans changement de prix.");
        as(Role.MANAGER).body(edit).put(path).then().statusCode(200);
        edit.put("timed_prices", List.of());
        as(Role.MANAGER).body(edit).put(path).then().statusCode(200);

        List<Map<String, Object>> history = everything(path + "/prices");
        assertThat(history)
                .extracting(
                        change -> change.get("part"),
                        change -> change.get("old_cents"),
                        change -> change.get("new_cents"))
                .containsExactly(
                        row("Midi MON FRI 11:30-14:30", 1300, 1650),
                        row("Midi MON FRI 11:30-14:30", 1200, 1300),
                        row("Midi MON FRI 11:30-14:30", 1650, 1200),
                        row(null, 1500, 1650),
                        row(null, null, 1500));
        assertThat(history).allSatisfy(change -> assertThat(change)
                .containsEntry("staff_name", "Test MANAGER")
                .containsEntry("name", dish.get("name"))
                .containsKey("changed_at"));
        assertThat(told((int) dish.get("dish_id")))
                .extracting(event -> event.getInt("old_cents"), event -> event.getInt("new_cents"))
                .containsExactly(tuple(1500, 1650), tuple(1650, 1200), tuple(1200, 1300), tuple(1300, 1650));

        as(Role.MANAGER).delete(path).then().statusCode(204);
        assertThat(everything(path + "/prices")).hasSize(5);
    }

    @Test
    void optionsAndFormulesHaveAHistoryToo() {
        JsonPath group = as(Role.MANAGER)
                .body(group("Poivre", 150))
                .post("/api/menu/option-groups")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String groupPath = "/api/menu/option-groups/" + group.getInt("option_group_id");
        Map<String, Object> option = new LinkedHashMap<>(option("Poivre", 180));
        option.put("option_id", group.getInt("options[0].option_id"));
        as(Role.MANAGER)
                .body(Map.of(
                        "name", "Sauces du jour", "min", 0, "max", 1, "options", List.of(option, option("Bleu", 200))))
                .put(groupPath)
                .then()
                .statusCode(200);
        assertThat(everything(groupPath + "/prices"))
                .extracting(
                        change -> change.get("name"),
                        change -> change.get("old_cents"),
                        change -> change.get("new_cents"))
                .containsExactlyInAnyOrder(row("Bleu", null, 200), row("Poivre", 150, 180), row("Poivre", null, 150));
        as(Role.MANAGER).delete(groupPath).then().statusCode(204);

        int dish = Device.dishId("Sole meunière");
        String formulePath = "/api/menu/formules/"
                + as(Role.MANAGER)
                        .body(formule(dish, 2400, 0))
                        .post("/api/menu/formules")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getInt("formule_id");
        as(Role.MANAGER).body(formule(dish, 2600, 300)).put(formulePath).then().statusCode(200);
        assertThat(everything(formulePath + "/prices"))
                .extracting(
                        change -> change.get("part"),
                        change -> change.get("old_cents"),
                        change -> change.get("new_cents"))
                .containsExactly(row("+ Plat, dish " + dish, 0, 300), row(null, 2400, 2600), row(null, null, 2400));
        as(Role.MANAGER).delete(formulePath).then().statusCode(204);
    }

    /** Page by page. */
    private static List<Map<String, Object>> everything(String path) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = null;
        do {
            var request = as(Role.MANAGER).queryParam("limit", 2);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("data"));
            cursor = page.getString("next_cursor");
        } while (cursor != null);
        return all;
    }

    private static List<JsonPath> told(int dishId) throws SQLException {
        List<JsonPath> events = new ArrayList<>();
        try (Connection database = Backends.database();
                PreparedStatement query = database.prepareStatement(
                        "SELECT data FROM outbox WHERE type = 'menu.price_changed' ORDER BY xid, seq");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                JsonPath event = JsonPath.from(rows.getString("data"));
                if (event.getString("kind").equals("DISH") && event.getInt("id") == dishId) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    private static Tuple row(Object first, Object oldCents, Object newCents) {
        return tuple(first, oldCents, newCents);
    }

    private static Map<String, Object> lunch(int cents) {
        return Map.of(
                "name",
                "Midi",
                "days",
                List.of("FRI", "MON"),
                "from",
                "11:30",
                "to",
                "14:30",
                "unit_price_cents",
                cents);
    }

    private static Map<String, Object> group(String option, int cents) {
        return Map.of("name", "Sauces du jour", "min", 0, "max", 1, "options", List.of(option(option, cents)));
    }

    private static Map<String, Object> option(String name, int cents) {
        return Map.of("name", name, "price_cents", cents);
    }

    private static Map<String, Object> formule(int dish, int cents, int supplement) {
        return Map.of(
                "name",
                "Formule du soir",
                "unit_price_cents",
                cents,
                "steps",
                List.of(Map.of(
                        "name",
                        "Plat",
                        "min",
                        1,
                        "max",
                        1,
                        "choices",
                        List.of(Map.of("dish_id", dish, "supplement_cents", supplement)))));
    }
}
