package io.brigade.orders.order;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.change;
import static io.brigade.orders.Waiter.item;
import static io.brigade.orders.Waiter.move;
import static io.brigade.orders.Waiter.order;
import static io.brigade.orders.Waiter.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.orders.MenuStandIn;
import io.brigade.orders.OrdersBackend;
import io.brigade.orders.carte.CarteCopies;
import io.brigade.platform.event.Origin;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OrdersBackend
class PortionsTest {

    @Inject
    CarteCopies cartes;

    @Test
    void theLastPortionIsSoldOnceHoweverManyWantIt() throws Exception {
        left(7);
        AtomicInteger turn = new AtomicInteger();
        long open = place(order(1, item(MenuStandIn.WINE, 1))).getLong("order_id");

        List<Integer> statuses = AtOnce.call(
                16,
                () -> turn.incrementAndGet() % 2 == 0
                        ? as(Role.WAITER)
                                .body(order(2, item(MenuStandIn.DISH_OF_THE_DAY, 1), item(MenuStandIn.WINE, 1)))
                                .post("/api/orders")
                                .statusCode()
                        : as(Role.WAITER)
                                .body(Map.of("items", List.of(item(MenuStandIn.DISH_OF_THE_DAY, 1))))
                                .post("/api/orders/" + open + "/items")
                                .statusCode());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(7);
        assertThat(statuses).filteredOn(status -> status != 201).containsOnly(409);
        assertThat(portionsLeft()).isZero();
    }

    @Test
    void whatWasNotMadeYetIsSoldAgainAndWhatWasBegunIsNot() throws SQLException {
        left(3);
        JsonPath order = place(order(3, item(MenuStandIn.DISH_OF_THE_DAY, 3)));
        long id = order.getLong("order_id");
        long dish = order.getLong("items[0].item_id");
        as(Role.WAITER)
                .body(order(4, item(MenuStandIn.DISH_OF_THE_DAY, 1)))
                .post("/api/orders")
                .then()
                .statusCode(409)
                .body("code", equalTo("DISH_SOLD_OUT"));

        change(Role.MANAGER, id, "items/" + dish + "/void", Map.of("reason", "erreur", "quantity", 1), 200);
        assertThat(portionsLeft()).isEqualTo(1);
        place(order(4, item(MenuStandIn.DISH_OF_THE_DAY, 1)));
        move(dish, "PREPARING", 200);
        change(Role.MANAGER, id, "cancel", Map.of("reason", "partis"), 200);

        assertThat(portionsLeft()).isZero();
        assertThat(told()).endsWith(0, 1, 0);
    }

    @Test
    void aNewCountReplacesTheOldOne() throws SQLException {
        left(1);
        place(order(5, item(MenuStandIn.DISH_OF_THE_DAY, 1)));
        left(2);
        place(order(5, item(MenuStandIn.DISH_OF_THE_DAY, 1)));

        assertThat(portionsLeft()).isEqualTo(1);
        as(Role.WAITER)
                .body(order(5, item(MenuStandIn.DISH_OF_THE_DAY, 2)))
                .post("/api/orders")
                .then()
                .statusCode(409);
        assertThat(portionsLeft()).isEqualTo(1);
    }

    /** The kitchen counts anew; the copy of the carte is looked at again by the next order. */
    private void left(int portions) {
        MenuStandIn.setPortions(portions);
        cartes.onEvent(new StreamEvent(
                "1-1",
                "menu-1",
                "menu.changed",
                1,
                "",
                Set.of("menu"),
                "{\"version\": 9999999}",
                new Origin(null, null)));
    }

    private static int portionsLeft() throws SQLException {
        try (Connection database = Backends.database();
                var rows = database.createStatement()
                        .executeQuery("SELECT portions_left FROM portions WHERE restaurant_id = 1 AND dish_id = "
                                + MenuStandIn.DISH_OF_THE_DAY)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What menu-service is told, in order. */
    private static List<Integer> told() throws SQLException {
        try (Connection database = Backends.database();
                var rows = database.createStatement()
                        .executeQuery("SELECT array_agg((data::json ->> 'portions_left')::int ORDER BY xid, seq)"
                                + " FROM outbox WHERE type = 'dish.portions_left'")) {
            rows.next();
            return List.of((Integer[]) rows.getArray(1).getArray());
        }
    }
}
