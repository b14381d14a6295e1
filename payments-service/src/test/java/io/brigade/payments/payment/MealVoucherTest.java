package io.brigade.payments.payment;

import static io.brigade.payments.Till.pay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.payments.OrdersStandIn;
import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.Till;
import io.brigade.platform.fixture.AtOnce;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PaymentsBackend
class MealVoucherTest {

    private static Response voucher(long order, long cents, String holder) {
        return pay(
                Map.of("order_id", order, "method", "MEAL_VOUCHER", "amount_cents", cents, "voucher_holder", holder));
    }

    private static String guest() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void theyPayForFoodAndNotForAlcohol() {
        long order = OrdersStandIn.open(1500, 900);

        voucher(order, 1501, guest()).then().statusCode(422).body("code", equalTo("VOUCHER_LIMIT"));
        voucher(order, 1000, guest()).then().statusCode(201).body("change_cents", equalTo(null));
        voucher(order, 501, guest()).then().statusCode(422);
        voucher(order, 500, guest()).then().statusCode(201);
        assertThat(Till.bill(order).getLong("left_cents")).isEqualTo(900);
    }

    @Test
    void aGuestHasTwentyFiveEurosADayOnWhicheverBills() {
        String guest = guest();
        long lunch = OrdersStandIn.open(2000, 0);
        long dinner = OrdersStandIn.open(6000, 0);

        voucher(dinner, 2501, guest()).then().statusCode(422);
        voucher(lunch, 2000, guest).then().statusCode(201);
        voucher(dinner, 501, guest).then().statusCode(422);
        voucher(dinner, 500, guest).then().statusCode(201);
        voucher(dinner, 2500, guest()).then().statusCode(201);
    }

    @Test
    void aGuestAtManyTillsAtOnceHasNoMore() throws Exception {
        String guest = guest();

        List<Integer> answers = AtOnce.call(
                8, () -> voucher(OrdersStandIn.open(3000, 0), 1000, guest).statusCode());

        assertThat(answers)
                .containsOnly(201, 422)
                .filteredOn(status -> status == 201)
                .hasSize(2);
    }

    @Test
    void noChangeAndNoTipIsGivenOnThem() {
        long order = OrdersStandIn.open(2000, 0);

        pay(Map.of("order_id", order, "method", "MEAL_VOUCHER", "amount_cents", 900, "tendered_cents", 1000))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("tendered_cents"));
        pay(Map.of("order_id", order, "method", "MEAL_VOUCHER", "amount_cents", 900, "tip_cents", 100))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("tip_cents"));
    }
}
