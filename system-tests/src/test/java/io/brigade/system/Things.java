package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One of everything that a path of the API can name, made in one restaurant; by the name that paths have for it. */
final class Things {

    private static final long ADMIN = 8_100;

    /** Until that hour it is still yesterday. */
    private static final int DAY_CUTOFF = 5;

    private final long restaurant;
    private final Device admin;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> ids = new LinkedHashMap<>();

    private Things(long restaurant) {
        this.restaurant = restaurant;
        this.admin = person("ADMIN");
    }

    /** Somebody of that restaurant, whom staff-service has never heard of. */
    static Device person(String role, long restaurant) {
        return Tokens.of(role, restaurant, ADMIN);
    }

    /** Makes them, through the API. */
    static Map<String, String> madeAt(long restaurant) {
        Things things = new Things(restaurant);
        things.makePeople();
        things.makeCarte();
        things.makeFloor();
        things.makeOrder();
        things.takeMoney();
        things.closeYesterday();
        return Map.copyOf(things.ids);
    }

    private Device person(String role) {
        return person(role, restaurant);
    }

    private void makePeople() {
        ids.put("restaurant_id", Long.toString(restaurant));
        String code = "T" + mark.toUpperCase(Locale.ROOT);
        make(
                "staff_id",
                "/api/staff",
                Map.of("staff_code", code, "pin", "2580", "name", "Ada", "roles", List.of("WAITER")));
    }

    private void makeCarte() {
        make("category_id", "/api/menu/categories", Map.of("name", "Plats " + mark));
        JsonNode group = make(
                "option_group_id",
                "/api/menu/option-groups",
                Map.of(
                        "name",
                        "Cuisson " + mark,
                        "min",
                        0,
                        "max",
                        1,
                        "options",
                        List.of(Map.of("name", "Bleu", "price_cents", 0))));
        ids.put("option_id", group.at("/options/0/option_id").asText());
        make("dish_id", "/api/menu/dishes", dish());
        make(
                "formule_id",
                "/api/menu/formules",
                Map.of(
                        "name",
                        "Menu " + mark,
                        "unit_price_cents",
                        2400,
                        "steps",
                        List.of(Map.of(
                                "name",
                                "Plat",
                                "min",
                                1,
                                "max",
                                1,
                                "choices",
                                List.of(Map.of("dish_id", number("dish_id")))))));
    }

    private Map<String, Object> dish() {
        return Map.of(
                "category_id",
                number("category_id"),
                "name",
                "Entrecôte " + mark,
                "unit_price_cents",
                2650,
                "vat_rates_bp",
                Map.of("DINE_IN", 1000, "TAKEAWAY", 550, "DELIVERY", 550),
                "station",
                "HOT",
                "course",
                2,
                "allergens",
                List.of(),
                "option_group_ids",
                List.of(number("option_group_id")));
    }

    private void makeFloor() {
        make("area_id", "/api/tables/areas", Map.of("name", "Salle " + mark, "position", 1));
        make(
                "table_id",
                "/api/tables",
                Map.of("area_id", number("area_id"), "name", "T" + mark, "seats", 4, "x", 0, "y", 0));
        ids.put("station", "HOT");
        answered(admin.put("/api/kitchen/printers/HOT", Map.of("active", true)), 200);
    }

    private void makeOrder() {
        JsonNode order = make("order_id", "/api/orders", Map.of("table_id", number("table_id"), "items", items()));
        ids.put("item_id", order.at("/items/0/item_id").asText());
        ids.put("course", order.at("/items/0/course").asText());
        Map<String, Object> discount = Map.of("kind", "PERCENT", "percent_bp", 500, "reason", "Attente");
        JsonNode discounted = post("/api/orders/" + ids.get("order_id") + "/discounts", discount, 201);
        ids.put("discount_no", discounted.at("/discounts/0/discount_no").asText());
        ids.put("job_id", first("/api/kitchen/print-jobs?limit=1", "job_id"));
    }

    private List<Object> items() {
        return List.of(Map.of("dish_id", number("dish_id"), "quantity", 2, "options", List.of(number("option_id"))));
    }

    private void takeMoney() {
        make("session_id", "/api/cash-sessions", Map.of("till", "T" + mark, "float_cents", 15_000));
        JsonNode order = post("/api/orders", Map.of("service_mode", "TAKEAWAY", "items", items()), 201);
        JsonNode payment = pay(admin, order);
        ids.put("payment_id", payment.path("payment_id").asText());
        post("/api/payments/" + ids.get("payment_id") + "/receipts", null, 201);
        post("/api/bills/" + ids.get("order_id") + "/notes", null, 201);
        ids.put("entry_id", first("/api/accounting/entries?limit=1", "entry_id"));
        make("archive_id", "/api/fiscal/archives", Map.of("from", today(), "to", today()));
    }

    /** What is booked where it is still yesterday is closed from where tomorrow has begun. */
    private void closeYesterday() {
        Device late = at("Etc/GMT+12", 12);
        JsonNode order = post("/api/orders", Map.of("service_mode", "TAKEAWAY", "items", items()), 201);
        String day = pay(late, order).path("business_date").asText();
        Device early = at("Pacific/Kiritimati", 0);
        JsonNode closing = answered(
                early.post(
                        "/api/closings",
                        Map.of("kind", "DAY", "business_date", day),
                        "Idempotency-Key",
                        House.newKey()),
                201);
        ids.put("closing_id", closing.path("closing_id").asText());
    }

    private Device at(String timeZone, int dayCutoffHour) {
        return Device.withToken(Tokens.sign(Tokens.claims("ADMIN", restaurant, ADMIN)
                .claim("time_zone", timeZone)
                .claim("day_cutoff_hour", dayCutoffHour)
                .expiresIn(Duration.ofMinutes(10))));
    }

    private static JsonNode pay(Device device, JsonNode order) {
        return answered(
                device.post(
                        "/api/payments",
                        Map.of(
                                "order_id",
                                order.path("order_id").asLong(),
                                "method",
                                "CARD",
                                "amount_cents",
                                order.path("total_cents").asLong()),
                        "Idempotency-Key",
                        House.newKey()),
                201);
    }

    /** The business day. */
    private static String today() {
        return LocalDateTime.now(ZoneId.of("Europe/Paris"))
                .minusHours(DAY_CUTOFF)
                .toLocalDate()
                .toString();
    }

    private JsonNode make(String id, String path, Object body) {
        JsonNode made = post(path, body, 201);
        ids.put(id, made.path(id).asText());
        return made;
    }

    private JsonNode post(String path, Object body, int expected) {
        return answered(admin.post(path, body, "Idempotency-Key", House.newKey()), expected);
    }

    private static JsonNode answered(Device.Answer answer, int expected) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
        return answer.json();
    }

    /** The newest of a list, which may come to it a moment later. */
    private String first(String list, String id) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(admin.get(list).json().path("data")).as(list).isNotEmpty());
        return admin.get(list).json().at("/data/0/" + id).asText();
    }

    private long number(String id) {
        return Long.parseLong(ids.get(id));
    }
}
