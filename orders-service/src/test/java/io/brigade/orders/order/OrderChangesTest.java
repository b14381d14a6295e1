package io.brigade.orders.order;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.change;
import static io.brigade.orders.Waiter.get;
import static io.brigade.orders.Waiter.item;
import static io.brigade.orders.Waiter.move;
import static io.brigade.orders.Waiter.order;
import static io.brigade.orders.Waiter.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.orders.MenuStandIn;
import io.brigade.orders.OrdersBackend;
import io.brigade.orders.StaffStandIn;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What can be done to an order over the wire, and what its history says of it. */
@QuarkusTest
@OrdersBackend
class OrderChangesTest {

    private static final AtomicInteger TABLE = new AtomicInteger();

    @Test
    void aHeldCourseIsSentWhenItIsFiredAndIsEditableUntilThen() {
        JsonPath order = place(order(
                table(), item(MenuStandIn.SOUP, 1), with(item(MenuStandIn.STEAK, 1, MenuStandIn.RARE), "hold", true)));
        long id = order.getLong("order_id");
        long steak = order.getLong("items[1].item_id");
        assertThat(order.getList("items.state", String.class)).containsExactly("SENT", "HELD");

        JsonPath edited = as(Role.WAITER)
                .header("If-Match", "\"v1\"")
                .body(Map.of("quantity", 2, "options", List.of(MenuStandIn.MEDIUM, MenuStandIn.GRATIN), "course", 2))
                .put("/api/orders/" + id + "/items/" + steak)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(edited.getLong("total_cents")).isEqualTo(950 + 2 * 2900);
        as(Role.WAITER)
                .header("If-Match", "\"v1\"")
                .body(Map.of("quantity", 3, "options", List.of(MenuStandIn.RARE), "course", 2))
                .put("/api/orders/" + id + "/items/" + steak)
                .then()
                .statusCode(412)
                .body("code", equalTo("VERSION_MISMATCH"))
                .body("current.version", equalTo(2))
                .body("current.quantity", equalTo(2));

        JsonPath fired = change(Role.WAITER, id, "courses/2/fire", "", 200);
        assertThat(fired.getList("items.state", String.class)).containsOnly("SENT");
        assertThat(change(Role.WAITER, id, "courses/2/fire", "", 200).getInt("version"))
                .isEqualTo(fired.getInt("version"));
        as(Role.WAITER)
                .body(Map.of("quantity", 1, "options", List.of(MenuStandIn.RARE), "course", 2))
                .put("/api/orders/" + id + "/items/" + steak)
                .then()
                .statusCode(409)
                .body("code", equalTo("ITEM_STATE_CONFLICT"));
    }

    @Test
    void whatTheKitchenHasIsVoidedWithAManagersApprovalAndOnlyOnce() {
        JsonPath order =
                place(order(table(), item(MenuStandIn.WINE, 3), with(item(MenuStandIn.SOUP, 1), "hold", true)));
        long id = order.getLong("order_id");
        long wine = order.getLong("items[0].item_id");
        long soup = order.getLong("items[1].item_id");

        change(Role.WAITER, id, "items/" + soup + "/void", Map.of("reason", "changé d'avis"), 200);
        assertThat(change(Role.WAITER, id, "items/" + wine + "/void", Map.of("reason", "bouchon"), 403)
                        .getString("code"))
                .isEqualTo("APPROVAL_REQUIRED");
        change(Role.WAITER, id, "items/" + wine + "/void", Map.of("reason", ""), 400);
        String approval = approval("VOID", id);
        assertThat(change(Role.WAITER, id, "items/" + wine + "/void", approved("bouchon", approval("CANCEL", id)), 403)
                        .getString("code"))
                .isEqualTo("APPROVAL_REFUSED");

        Map<String, Object> part = with(approved("bouchon", approval), "quantity", 1);
        JsonPath voided = change(Role.WAITER, id, "items/" + wine + "/void", part, 200);
        assertThat(voided.getLong("total_cents")).isEqualTo(2 * 650);
        assertThat(voided.getList("items.quantity", Integer.class)).containsExactly(2, 1, 1);
        change(Role.WAITER, id, "items/" + wine + "/void", approved("encore", approval), 403);
        assertThat(history(id))
                .extracting(entry -> entry.get("action"))
                .containsExactly("CREATED", "ITEM_VOIDED", "ITEM_VOIDED");
        Map<String, Object> last = history(id).getLast();
        assertThat(last).containsEntry("reason", "bouchon");
        assertThat(((Map<?, ?>) last.get("approved_by")).get("name")).isEqualTo("Test MANAGER");
        assertThat(((Map<?, ?>) last.get("by")).get("name")).isEqualTo("Test WAITER");
    }

    @Test
    void aWaiterDiscountsUpToTheLimitAndBeyondItWithAnApproval() {
        long id = place(order(table(), item(MenuStandIn.SOUP, 10))).getLong("order_id");
        Map<String, Object> tenPercent = Map.of("kind", "PERCENT", "percent_bp", 1000, "reason", "habitué");

        assertThat(change(Role.WAITER, id, "discounts", tenPercent, 201).getLong("total_cents"))
                .isEqualTo(8550);
        assertThat(change(Role.WAITER, id, "discounts", tenPercent, 403).getString("code"))
                .isEqualTo("APPROVAL_REQUIRED");
        Map<String, Object> comp = Map.of("kind", "COMP", "reason", "offert");
        JsonPath onTheHouse =
                change(Role.WAITER, id, "discounts", with(comp, "approval_token", approval("DISCOUNT", id)), 201);
        assertThat(onTheHouse.getLong("total_cents")).isZero();
        assertThat(onTheHouse.getString("discounts[1].approved_by.name")).isEqualTo("Test MANAGER");
        change(Role.WAITER, id, "discounts", Map.of("kind", "PERCENT", "reason", "x"), 400);
        change(Role.WAITER, id, "discounts", Map.of("kind", "AMOUNT", "amount_cents", 100, "reason", "x"), 409);

        as(Role.WAITER)
                .delete("/api/orders/" + id + "/discounts/2")
                .then()
                .statusCode(200)
                .body("total_cents", equalTo(8550));
        as(Role.WAITER).delete("/api/orders/" + id + "/discounts/2").then().statusCode(404);
        change(Role.MANAGER, id, "discounts", comp, 201);
        assertThat(change(Role.WAITER, id, "close", "", 200).getString("status"))
                .isEqualTo("CLOSED");
        change(Role.WAITER, id, "close", "", 409);
    }

    @Test
    void cancellingTakesAnApprovalOnceTheKitchenHadAnything() {
        long seated = place(order(table())).getLong("order_id");
        change(Role.WAITER, seated, "cancel", Map.of("reason", "partis"), 200);
        long id = place(order(table(), item(MenuStandIn.SOUP, 1))).getLong("order_id");

        change(Role.WAITER, id, "cancel", Map.of("reason", "partis"), 403);
        JsonPath cancelled = change(Role.WAITER, id, "cancel", approved("partis", approval("CANCEL", id)), 200);

        assertThat(cancelled.getString("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.getList("items.state", String.class)).containsOnly("VOIDED");
        assertThat(cancelled.getLong("total_cents")).isZero();
        assertThat(change(Role.WAITER, id, "items", Map.of("items", List.of(item(MenuStandIn.SOUP, 1))), 409)
                        .getString("current.status"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void aSecondOrderOnATableIsOpenedOnlyWhenAskedFor() throws Exception {
        int table = emptyTable();
        Map<String, Object> soup = Map.of("table_id", table, "items", List.of(item(MenuStandIn.SOUP, 1)));

        List<Integer> statuses = AtOnce.call(
                6, () -> as(Role.WAITER).body(soup).post("/api/orders").statusCode());
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(409);
        JsonPath refused = as(Role.WAITER)
                .body(soup)
                .post("/api/orders")
                .then()
                .statusCode(409)
                .extract()
                .jsonPath();
        assertThat(refused.getString("code")).isEqualTo("TABLE_OCCUPIED");
        assertThat(refused.getList("current.open_orders")).hasSize(1);

        assertThat(place(with(soup, "additional", true)).getBoolean("additional"))
                .isTrue();
    }

    @Test
    void anOrderGoesToAnotherTableAndAnotherWaiter() {
        int table = emptyTable();
        long id = place(Map.of("table_id", table, "items", List.of(item(MenuStandIn.SOUP, 1))))
                .getLong("order_id");
        int other = emptyTable();
        long there = place(Map.of("table_id", other, "items", List.of())).getLong("order_id");

        assertThat(change(Role.WAITER, id, "transfer", Map.of("table_id", other), 409)
                        .getLong("current.open_orders[0].order_id"))
                .isEqualTo(there);
        JsonPath moved = change(
                Role.WAITER,
                id,
                "transfer",
                Map.of("table_id", other, "additional", true, "waiter_id", StaffStandIn.HUGO),
                200);
        assertThat(moved.getInt("table_id")).isEqualTo(other);
        assertThat(moved.getString("waiter_name")).isEqualTo("Hugo");
        change(Role.WAITER, id, "transfer", Map.of("table_id", 101), 404);
        change(Role.WAITER, id, "transfer", Map.of("waiter_id", 999), 404);
        change(Role.WAITER, id, "transfer", Map.of(), 400);
        assertThat(change(Role.WAITER, id, "transfer", Map.of("table_id", table), 200)
                        .getBoolean("additional"))
                .isFalse();
    }

    @Test
    void ordersAreMergedAndSplitWithoutLosingACentOrAnItem() {
        long id = place(order(table(), item(MenuStandIn.SOUP, 3), with(item(MenuStandIn.WINE, 1), "seat", 2)))
                .getLong("order_id");
        long from = place(order(table(), item(MenuStandIn.WINE, 2))).getLong("order_id");
        change(Role.MANAGER, id, "discounts", Map.of("kind", "AMOUNT", "amount_cents", 100, "reason", "geste"), 201);

        JsonPath merged = change(Role.WAITER, id, "merge", Map.of("from_order_id", from), 200);
        assertThat(merged.getLong("total_cents")).isEqualTo(3 * 950 + 3 * 650 - 100);
        assertThat(get(from).getLong("merged_into")).isEqualTo(id);
        assertThat(get(from).getString("status")).isEqualTo("CANCELLED");
        change(Role.WAITER, id, "merge", Map.of("from_order_id", from), 409);
        change(Role.WAITER, id, "merge", Map.of("from_order_id", id), 400);

        long soup = merged.getLong("items.find { it.name.startsWith('Soupe') }.item_id");
        JsonPath split =
                change(Role.WAITER, id, "split", Map.of("items", List.of(Map.of("item_id", soup, "quantity", 1))), 201);
        assertThat(split.getLong("order.total_cents") + split.getLong("new_order.total_cents"))
                .isEqualTo(merged.getLong("total_cents"));
        assertThat(split.getList("new_order.items.quantity", Integer.class)).containsExactly(1);
        long second = split.getLong("new_order.order_id");
        assertThat(get(second).getMap("")).isEqualTo(split.getMap("new_order"));
        JsonPath bySeat = change(Role.WAITER, id, "split", Map.of("seats", List.of(2)), 201);
        assertThat(bySeat.getList("new_order.items.name", String.class)).containsExactly("Verre de Morgon");
        change(Role.WAITER, id, "split", Map.of("seats", List.of(9)), 400);
        change(Role.WAITER, id, "split", Map.of(), 400);
        change(Role.WAITER, id, "split", Map.of("items", List.of(Map.of("item_id", 999_999_999))), 404);
        assertThat(history(id))
                .extracting(entry -> entry.get("action"))
                .containsExactly("CREATED", "DISCOUNTED", "MERGED", "SPLIT", "SPLIT");
        assertThat(history(second)).extracting(entry -> entry.get("action")).containsExactly("SPLIT");
        assertThat((List<?>) changes(second).get("discounts")).hasSize(1);
    }

    @Test
    void theHistoryTellsWhatAnOrderHasNoMore() {
        long id = place(order(table(), item(MenuStandIn.SOUP, 1))).getLong("order_id");
        as(Role.WAITER)
                .body(Map.of("covers", 3))
                .put("/api/orders/" + id)
                .then()
                .statusCode(200);
        assertThat(changes(id)).containsEntry("covers", 3).doesNotContainKey("cleared");

        as(Role.WAITER).body(Map.of()).put("/api/orders/" + id).then().statusCode(200);

        assertThat(changes(id)).containsEntry("cleared", List.of("covers")).doesNotContainKey("covers");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> changes(long id) {
        return (Map<String, Object>) history(id).getLast().get("changes");
    }

    @Test
    void twoWhoMergeEachOthersOrdersAtOnceLoseNothing() throws Exception {
        long one = place(order(table(), item(MenuStandIn.SOUP, 1))).getLong("order_id");
        long two = place(order(table(), item(MenuStandIn.WINE, 1))).getLong("order_id");
        AtomicInteger turn = new AtomicInteger();

        List<Integer> statuses = AtOnce.call(6, () -> {
            boolean forwards = turn.incrementAndGet() % 2 == 0;
            return as(Role.WAITER)
                    .body(Map.of("from_order_id", forwards ? two : one))
                    .post("/api/orders/" + (forwards ? one : two) + "/merge")
                    .statusCode();
        });

        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(409);
        assertThat(get(one).getLong("total_cents") + get(two).getLong("total_cents"))
                .isEqualTo(950 + 650);
    }

    @Test
    void coversAreChangedByWhoeverHasSeenTheOrderAsItIs() {
        long id = place(order(table(), item(MenuStandIn.SOUP, 1))).getLong("order_id");

        as(Role.WAITER)
                .header("If-Match", "\"v1\"")
                .body(Map.of("covers", 3))
                .put("/api/orders/" + id)
                .then()
                .statusCode(200)
                .body("covers", equalTo(3));
        as(Role.WAITER)
                .header("If-Match", "\"v1\"")
                .body(Map.of("covers", 4))
                .put("/api/orders/" + id)
                .then()
                .statusCode(412)
                .body("current.covers", equalTo(3));
        as(Role.KITCHEN)
                .body(Map.of("covers", 4))
                .put("/api/orders/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void aSetMenuIsOnePriceSpreadOverItsDishes() {
        JsonPath order = place(order(
                table(),
                Map.of(
                        "formule_id",
                        MenuStandIn.MARKET_MENU,
                        "quantity",
                        2,
                        "choices",
                        List.of(
                                Map.of("dish_id", MenuStandIn.WINE),
                                Map.of(
                                        "dish_id",
                                        MenuStandIn.STEAK,
                                        "options",
                                        List.of(MenuStandIn.RARE, MenuStandIn.GRATIN),
                                        "hold",
                                        true)))));

        assertThat(order.getLong("total_cents")).isEqualTo(2 * (2400 + 300 + 250));
        assertThat(order.getList("items.vat_rate_bp", Integer.class)).containsExactly(2000, 1000);
        assertThat(order.getList("items.formule.name", String.class)).containsOnly("Menu du marché");
        assertThat(order.getList("items.state", String.class)).containsExactly("SENT", "HELD");
        Map<String, Object> noMain =
                Map.of("formule_id", 1, "quantity", 1, "choices", List.of(Map.of("dish_id", MenuStandIn.WINE)));
        as(Role.WAITER).body(order(table(), noMain)).post("/api/orders").then().statusCode(422);
        as(Role.WAITER)
                .body(order(table(), with(noMain, "dish_id", 1)))
                .post("/api/orders")
                .then()
                .statusCode(400);
    }

    @Test
    void whatWasServedSaysWhen() {
        JsonPath order = place(order(table(), item(MenuStandIn.SOUP, 1)));
        long soup = order.getLong("items[0].item_id");
        move(soup, "PREPARING", 200);
        move(soup, "READY", 200);
        move(soup, "SERVED", 200);

        assertThat(get(order.getLong("order_id")).getString("items[0].served_at"))
                .isNotNull();
        assertThat(history(order.getLong("order_id"))).hasSize(4);
    }

    @Test
    void ordersAreFoundByDayWaiterTableAndNumber() {
        JsonPath order = place(order(table(), item(MenuStandIn.SOUP, 1)));
        String search = "/api/orders?status=OPEN&table_id=" + order.getInt("table_id") + "&waiter_id="
                + order.getInt("waiter_id") + "&business_date=" + order.getString("business_date") + "&order_id="
                + order.getInt("order_id");

        as(Role.CASHIER)
                .get(search)
                .then()
                .statusCode(200)
                .body("data.order_id", equalTo(List.of(order.getInt("order_id"))));
        as(Role.CASHIER).get("/api/orders?business_date=2001-01-01").then().body("data", equalTo(List.of()));
        as(Role.CASHIER).get("/api/orders?business_date=yesterday").then().statusCode(400);
        as(Role.CASHIER).get("/api/orders?waiter_id=x").then().statusCode(400);
    }

    @Test
    void aDevicesQueueIsReplayedUnderNewKeysWithoutDoublingAnything() {
        String clientRef = UUID.randomUUID().toString();
        String uid = UUID.randomUUID().toString();
        Map<String, Object> taken = with(
                with(
                        onlyOrder(
                                emptyTable(),
                                with(with(item(MenuStandIn.SOUP, 1), "uid", uid), "seen_price_cents", 900)),
                        "client_ref",
                        clientRef),
                "taken_at",
                OffsetDateTime.now(ZoneOffset.UTC).minusHours(1).toString());
        JsonPath order = place(taken);
        assertThat(order.getString("differences[0].kind")).isEqualTo("PRICE_CHANGED");
        assertThat(order.getLong("differences[0].unit_price_cents")).isEqualTo(950);

        JsonPath again = as(Role.WAITER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(taken)
                .post("/api/orders")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(again.getLong("order_id")).isEqualTo(order.getLong("order_id"));
        assertThat(again.getString("differences[0].kind")).isEqualTo("ALREADY_THERE");

        String wine = UUID.randomUUID().toString();
        Map<String, Object> more = Map.of(
                "items",
                List.of(with(item(MenuStandIn.SOUP, 1), "uid", uid), with(item(MenuStandIn.WINE, 1), "uid", wine)));
        JsonPath added = change(Role.WAITER, clientRef, "items", more, 201);
        assertThat(added.getList("items")).hasSize(2);
        assertThat(added.getString("differences[0].uid")).isEqualTo(uid);
        JsonPath twice = change(Role.WAITER, clientRef, "items", more, 201);
        assertThat(twice.getList("items")).hasSize(2);
        assertThat(twice.getInt("version")).isEqualTo(added.getInt("version"));

        change(Role.MANAGER, clientRef, "cancel", Map.of("reason", "partis"), 200);
        Map<String, Object> late = Map.of("items", List.of(with(item(MenuStandIn.WINE, 1), "uid", UUID.randomUUID())));
        assertThat(change(Role.WAITER, clientRef, "items", late, 409).getString("current.status"))
                .isEqualTo("CANCELLED");
        as(Role.WAITER).get("/api/orders/" + UUID.randomUUID()).then().statusCode(404);
        as(Role.WAITER)
                .body(with(
                        order(table(), with(item(MenuStandIn.SOUP, 1), "uid", wine)), "client_ref", UUID.randomUUID()))
                .post("/api/orders")
                .then()
                .statusCode(409)
                .body("code", equalTo("ITEM_ALREADY_ORDERED"));
        as(Role.WAITER)
                .body(with(taken, "taken_at", "2020-01-01T00:00:00Z"))
                .post("/api/orders")
                .then()
                .statusCode(400);
    }

    private static List<Map<String, Object>> history(long orderId) {
        return as(Role.WAITER)
                .get("/api/orders/" + orderId + "/history")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data");
    }

    private static String approval(String action, long orderId) {
        return TestTokens.approval(Role.WAITER, action, orderId);
    }

    private static Map<String, Object> approved(String reason, String token) {
        return Map.of("reason", reason, "approval_token", token);
    }

    private static Map<String, Object> with(Map<String, Object> map, String field, Object value) {
        Map<String, Object> wider = new LinkedHashMap<>(map);
        wider.put(field, value);
        return wider;
    }

    private static Map<String, Object> onlyOrder(int table, Object... items) {
        return Map.of("table_id", table, "items", List.of(items));
    }

    private static int table() {
        return 1 + TABLE.incrementAndGet() % 20;
    }

    /** A table with nothing open on it: what other tests left there is cancelled. */
    private static int emptyTable() {
        int table = table();
        List<Integer> open = as(Role.WAITER)
                .get("/api/orders?limit=200&status=OPEN&table_id=" + table)
                .jsonPath()
                .getList("data.order_id");
        open.forEach(order -> change(Role.MANAGER, order, "cancel", Map.of("reason", "test"), 200));
        return table;
    }
}
