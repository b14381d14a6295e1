package io.brigade.menu;

import static io.restassured.RestAssured.given;

import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests ask of the service, as devices do. */
public final class Device {

    private Device() {}

    /** A request of somebody of that role. */
    public static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role)).contentType(ContentType.JSON);
    }

    /** The same in another restaurant. */
    public static RequestSpecification as(String role, long restaurant) {
        return given().header("Authorization", "Bearer " + TestTokens.token(role, restaurant))
                .contentType(ContentType.JSON);
    }

    /** The whole carte. */
    public static JsonPath carte() {
        return as(Role.WAITER).get("/api/menu").then().statusCode(200).extract().jsonPath();
    }

    /** A dish as the carte shows it. */
    public static Map<String, Object> dish(String name) {
        return new HashMap<>(
                carte().<String, Object>getMap("categories.dishes.flatten().find { it.name == \"" + name + "\" }"));
    }

    /** A dish as the carte shows it, by its id. */
    public static Map<String, Object> dish(int id) {
        return new HashMap<>(
                carte().<String, Object>getMap("categories.dishes.flatten().find { it.dish_id == " + id + " }"));
    }

    /** Id of a dish. */
    public static int dishId(String name) {
        return (int) dish(name).get("dish_id");
    }

    /** What would change nothing about the dish: everything that it is edited by. */
    public static Map<String, Object> editOf(Map<String, Object> dish) {
        Map<String, Object> edit = new LinkedHashMap<>(dish);
        List.of("dish_id", "available", "sold_out_until", "portions_left", "portions_set", "version")
                .forEach(edit::remove);
        return edit;
    }

    /** A dish to be put on the carte, in the category of that id. */
    public static Map<String, Object> newDish(int categoryId) {
        Map<String, Object> dish = new LinkedHashMap<>();
        dish.put("category_id", categoryId);
        dish.put("name", "Plat du jour " + UUID.randomUUID());
        dish.put("unit_price_cents", 1500);
        dish.put("vat_rates_bp", Map.of("DINE_IN", 1000, "TAKEAWAY", 1000, "DELIVERY", 1000));
        dish.put("station", "HOT");
        dish.put("course", 2);
        dish.put("allergens", List.of("MILK"));
        return dish;
    }

    /** Puts a new dish on the carte, in the category of that name. */
    public static Map<String, Object> addDish(String category) {
        int categoryId = carte().getInt("categories.find { it.name == \"" + category + "\" }.category_id");
        return new HashMap<>(as(Role.MANAGER)
                .body(newDish(categoryId))
                .post("/api/menu/dishes")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .<String, Object>getMap(""));
    }

    /** Says what is sold out or back on. */
    public static void setAvailable(int dish, Map<String, Object> availability) {
        as(Role.KITCHEN)
                .body(availability)
                .put("/api/menu/dishes/" + dish + "/availability")
                .then()
                .statusCode(200);
    }
}
