package io.brigade.payments.statement;

import static io.brigade.payments.Till.as;
import static io.brigade.payments.Till.paid;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.payments.OrdersStandIn;
import io.brigade.payments.PaymentsBackend;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@PaymentsBackend
class BillsTest {

    @Test
    void severalBillsAreToldAtOnceAndOneForWhichNothingWasTakenIsNotAmongThem() {
        long begun = OrdersStandIn.open(4800, 650);
        long untouched = OrdersStandIn.open(1200, 0);
        long settled = OrdersStandIn.open(2000, 0);
        paid(begun, "CARD", 2000);
        paid(settled, "CARD", 2000);

        as(Role.WAITER)
                .get("/api/bills?order_ids=" + settled + "," + untouched + "," + begun)
                .then()
                .statusCode(200)
                .body("data.order_id", contains((int) begun, (int) settled))
                .body("data.due_cents", contains(5450, 2000))
                .body("data.paid_cents", contains(2000, 2000))
                .body("data.left_cents", contains(3450, 0))
                .body("data.reserved_cents", contains(0, 0))
                .body("data.order_version", contains(1, 1));
    }

    @Test
    void anotherRestaurantsBillsAreNotTold() {
        long order = OrdersStandIn.open(4800, 650);
        paid(order, "CARD", 2000);

        RestAssured.given()
                .header("Authorization", "Bearer " + TestTokens.token(Role.CASHIER, 2))
                .get("/api/bills?order_ids=" + order)
                .then()
                .statusCode(200)
                .body("data", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?order_ids=", "?order_ids=1,,2", "?order_ids=one", "?order_ids=99999999999999999999"})
    void whatIsNoListOfOrdersIsRefused(String query) {
        as(Role.WAITER)
                .get("/api/bills" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors[0].field", equalTo("order_ids"));
    }

    @Test
    void moreThanTwoHundredAtOnceAreRefused() {
        String orders = LongStream.rangeClosed(1, 201).mapToObj(Long::toString).collect(Collectors.joining(","));

        as(Role.WAITER).get("/api/bills?order_ids=" + orders).then().statusCode(400);
    }
}
