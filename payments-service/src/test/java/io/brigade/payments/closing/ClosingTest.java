package io.brigade.payments.closing;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@PaymentsBackend
class ClosingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 28);
    private static final List<PaymentMethod> METHODS = List.of(PaymentMethod.values());

    @Inject
    Evening evening;

    private final long restaurant = Evening.newRestaurant();

    @Test
    void aDayIsClosedWithAllThatItCameTo() {
        evening.sell(restaurant, DAY, PaymentMethod.CARD, 1100, 1200);
        evening.sell(restaurant, DAY, PaymentMethod.CASH, 2200, 600);
        evening.credit(restaurant, DAY, PaymentMethod.CASH, 1100);

        JsonPath closing = close("DAY", DAY).statusCode(201).extract().jsonPath();

        assertThat(closing.getLong("closing_no")).isEqualTo(1);
        assertThat(closing.getLong("journal_no")).isPositive();
        assertThat(closing.getLong("figures.tickets")).isEqualTo(2);
        assertThat(closing.getLong("figures.credits")).isEqualTo(1);
        assertThat(closing.getLong("figures.covers")).isEqualTo(6);
        assertThat(closing.getLong("figures.discount_cents")).isEqualTo(200);
        assertThat(closing.getLong("figures.last_ticket_no")).isEqualTo(closing.getLong("figures.first_ticket_no") + 2);
        assertThat(closing.getMap("figures.vat[0]"))
                .isEqualTo(Map.of("vat_rate_bp", 1000, "net_cents", 2000, "vat_cents", 200, "gross_cents", 2200));
        assertThat(closing.getMap("figures.vat[1]"))
                .isEqualTo(Map.of("vat_rate_bp", 2000, "net_cents", 1500, "vat_cents", 300, "gross_cents", 1800));
        assertThat(closing.getMap("figures.sums"))
                .isEqualTo(closing.getMap("perpetual"))
                .isEqualTo(closing.getMap("month_to_date"))
                .isEqualTo(Map.of(
                        "net_cents",
                        3500,
                        "vat_cents",
                        500,
                        "total_cents",
                        4000,
                        "sales_cents",
                        5100,
                        "credit_cents",
                        -1100));
        assertThat(closing.getLong("figures.methods.find { it.method == 'CASH' }.amount_cents"))
                .isEqualTo(1700);
        assertThat(closing.getLong("figures.methods.find { it.method == 'CASH' }.refunded_cents"))
                .isEqualTo(-1100);
        assertThat(closing.getLong("figures.methods.find { it.method == 'CARD' }.tip_cents"))
                .isEqualTo(50);
    }

    @Test
    void aClosedDayTakesNothingMoreAndWhatComesLateFallsIntoTheNext() throws SQLException {
        evening.sell(restaurant, DAY, PaymentMethod.CARD, 1100, 0);
        close("DAY", DAY).statusCode(201);

        assertThat(evening.sell(restaurant, DAY, PaymentMethod.CARD, 1100, 0)).isEqualTo(DAY.plusDays(1));
        assertThat(evening.sell(restaurant, DAY.minusDays(9), PaymentMethod.CARD, 1100, 0))
                .isEqualTo(DAY.plusDays(1));
        assertThat(evening.sell(restaurant, DAY.plusDays(5), PaymentMethod.CARD, 1100, 0))
                .isEqualTo(DAY.plusDays(5));
        assertThatThrownBy(() -> sql("UPDATE day_totals SET covers = 9 WHERE restaurant_id = " + restaurant
                        + " AND business_date = '" + DAY + "'"))
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> sql("DELETE FROM closings WHERE restaurant_id = " + restaurant))
                .hasMessageContaining("never changed");
    }

    @Test
    void aDayIsClosedOnceInOrderAndNotBeforeItComes() {
        evening.sell(restaurant, DAY, PaymentMethod.CARD, 1100, 0);
        evening.sell(restaurant, DAY.plusDays(2), PaymentMethod.CARD, 1100, 0);

        close("DAY", DAY.plusDays(2)).statusCode(409).body("code", equalTo("EARLIER_PERIOD_OPEN"));
        close("DAY", DAY).statusCode(201);
        close("DAY", DAY).statusCode(409).body("code", equalTo("PERIOD_CLOSED"));
        close("DAY", DAY.plusDays(2)).statusCode(201).body("closing_no", equalTo(2));
        close("DAY", DAY.plusDays(1)).statusCode(409).body("code", equalTo("PERIOD_CLOSED"));
        close("DAY", LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(1))
                .statusCode(409)
                .body("code", equalTo("PERIOD_NOT_OVER"));
        close("YEAR", LocalDate.now(ZoneId.of("Europe/Paris")).plusYears(1))
                .statusCode(409)
                .body("code", equalTo("PERIOD_NOT_OVER"));
    }

    @Test
    void aMonthNeedsItsDaysAndAYearItsMonths() {
        evening.sell(restaurant, DAY, PaymentMethod.CARD, 1100, 0);

        close("MONTH", DAY).statusCode(409).body("code", equalTo("EARLIER_PERIOD_OPEN"));
        close("DAY", DAY).statusCode(201);
        close("YEAR", DAY).statusCode(409).body("code", equalTo("EARLIER_PERIOD_OPEN"));
        close("MONTH", DAY).statusCode(201).body("first_day", equalTo("2025-11-01"));
        close("YEAR", DAY).statusCode(201).body("last_day", equalTo("2025-12-31"));

        assertThat(evening.sell(restaurant, DAY.plusDays(1), PaymentMethod.CARD, 1100, 0))
                .isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void daysAddUpToMonthsAndMonthsToYears() {
        Random random = new Random(20_251_128);
        List<JsonPath> days = new ArrayList<>();
        List<JsonPath> months = new ArrayList<>();
        long sold = 0;
        for (int month = 1; month <= 3; month++) {
            for (LocalDate day : List.of(LocalDate.of(2025, month, 3), LocalDate.of(2025, month, 28))) {
                for (int ticket = 0; ticket < 8; ticket++) {
                    long food = random.nextLong(1, 9_999);
                    long wine = random.nextLong(1, 9_999);
                    PaymentMethod method = METHODS.get(random.nextInt(METHODS.size()));
                    evening.sell(restaurant, day, method, food, wine);
                    sold += food + wine;
                }
                evening.credit(restaurant, day, PaymentMethod.CHEQUE, 333);
                sold -= 333;
                days.add(close("DAY", day).statusCode(201).extract().jsonPath());
            }
            months.add(close("MONTH", LocalDate.of(2025, month, 1))
                    .statusCode(201)
                    .extract()
                    .jsonPath());
        }
        JsonPath year = close("YEAR", LocalDate.of(2025, 6, 1))
                .statusCode(201)
                .extract()
                .jsonPath();

        for (String figure : List.of(
                "figures.sums.total_cents",
                "figures.sums.net_cents",
                "figures.sums.vat_cents",
                "figures.sums.credit_cents",
                "figures.covers",
                "figures.orders",
                "figures.discount_cents",
                "figures.vat[0].vat_cents",
                "figures.methods.amount_cents.sum()")) {
            assertThat(sum(days, figure))
                    .as(figure)
                    .isEqualTo(sum(months, figure))
                    .isEqualTo(year.getLong(figure));
        }
        assertThat(year.getLong("figures.sums.total_cents")).isEqualTo(sold);
        assertThat(year.getLong("perpetual.total_cents")).isEqualTo(sold);
        assertThat(days.getLast().getLong("perpetual.total_cents")).isEqualTo(sold);
        assertThat(days.getLast().getLong("year_to_date.total_cents")).isEqualTo(sold);
        assertThat(months.getLast().getMap("month_to_date"))
                .isEqualTo(months.getLast().getMap("figures.sums"));
        assertThat(days.stream().map(day -> day.getLong("closing_no"))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        Stream.of(days, months, List.of(year)).flatMap(List::stream).forEach(closing -> {
            assertThat(closing.getLong("figures.sums.net_cents") + closing.getLong("figures.sums.vat_cents"))
                    .isEqualTo(closing.getLong("figures.sums.total_cents"));
            assertThat(closing.getList("figures.vat.gross_cents", Long.class).stream()
                            .collect(summingLong(cents -> cents)))
                    .isEqualTo(closing.getLong("figures.sums.total_cents"));
        });
    }

    @Test
    void sixteenTillsAndAClosingAtOnceLoseNothing() throws Exception {
        evening.sell(restaurant, DAY, PaymentMethod.CARD, 1000, 0);
        List<Future<LocalDate>> sold = new ArrayList<>();
        JsonPath closing;
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<LocalDate> till = () -> {
                LocalDate last = DAY;
                for (int round = 0; round < 5; round++) {
                    last = evening.sell(restaurant, DAY, PaymentMethod.CARD, 1000, 0);
                }
                return last;
            };
            IntStream.range(0, 16).forEach(_ -> sold.add(tills.submit(till)));
            closing = close("DAY", DAY).statusCode(201).extract().jsonPath();
            for (Future<LocalDate> each : sold) {
                assertThat(each.get()).isIn(DAY, DAY.plusDays(1));
            }
        }

        long before = closing.getLong("figures.sums.total_cents");
        assertThat(number("SELECT sales_cents FROM day_totals WHERE restaurant_id = %d AND business_date = '%s'"
                        .formatted(restaurant, DAY)))
                .isEqualTo(before);
        JsonPath next = close("DAY", DAY.plusDays(1)).statusCode(201).extract().jsonPath();
        assertThat(before + next.getLong("figures.sums.total_cents")).isEqualTo(81 * 1000);
        assertThat(next.getLong("perpetual.total_cents")).isEqualTo(81 * 1000);
    }

    @Test
    void aClosingReadsNoMoreRowsAfterManyTicketsThanAfterFew() throws SQLException {
        for (int ticket = 0; ticket < 200; ticket++) {
            evening.sell(restaurant, DAY, PaymentMethod.CARD, 1100, 1200);
        }
        sql("""
                INSERT INTO bills (order_id, restaurant_id, order_version, currency, total_cents, paid_cents)
                SELECT 900000000 + n, %1$d, 1, 'EUR', 100, 100 FROM generate_series(1, 100000) AS n;
                INSERT INTO booked_orders SELECT %1$d, 900000000 + n FROM generate_series(1, 100000) AS n;
                ANALYZE bills, booked_orders""".formatted(restaurant));

        assertThat(number("SELECT count(*) FROM day_totals WHERE restaurant_id = " + restaurant))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM day_vat WHERE restaurant_id = " + restaurant))
                .isEqualTo(2);
        assertThat(plan(("SELECT count(*) FROM bills WHERE restaurant_id = %d"
                                + " AND paid_cents - refunded_cents < total_cents - credited_cents")
                        .formatted(restaurant)))
                .contains("bills_unpaid")
                .doesNotContain("Seq Scan");
        close("DAY", DAY).statusCode(201).body("figures.tickets", equalTo(200)).body("open_bills", equalTo(0));
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndAKeyIsRequired() {
        evening.sell(restaurant, DAY, PaymentMethod.CARD, 1100, 0);
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("kind", "DAY", "business_date", DAY.toString());

        String first = as("MANAGER")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/closings")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        as("MANAGER")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/closings")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        as("MANAGER")
                .body(body)
                .post("/api/closings")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
    }

    @Test
    void closingsAreListedAndReadByTheirOwnRestaurantOnly() throws SQLException {
        evening.sell(restaurant, DAY, PaymentMethod.CARD, 1100, 0);
        long id = close("DAY", DAY).statusCode(201).extract().jsonPath().getLong("closing_id");
        close("MONTH", DAY).statusCode(201);

        String cursor = as("MANAGER")
                .get("/api/closings?limit=1")
                .then()
                .statusCode(200)
                .body("data[0].kind", equalTo("MONTH"))
                .extract()
                .jsonPath()
                .getString("next_cursor");
        as("MANAGER")
                .get("/api/closings?limit=1&cursor=" + cursor)
                .then()
                .body("data.closing_id", equalTo(List.of((int) id)))
                .body("next_cursor", equalTo(null));
        as("MANAGER").get("/api/closings?kind=DAY").then().body("data", hasSize(1));
        as("MANAGER").get("/api/closings?kind=WEEK").then().statusCode(400);
        as("MANAGER").get("/api/closings/" + id).then().statusCode(200).body("closing_no", equalTo(1));
        as("MANAGER")
                .accept("text/plain")
                .get("/api/closings/" + id)
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8");
        as("MANAGER").accept("image/png").get("/api/closings/" + id).then().statusCode(406);
        assertThat(number("SELECT count(*) FROM outbox WHERE type = 'period.closed' AND restaurant_id = " + restaurant))
                .isEqualTo(2);

        RequestSpecification other = as("MANAGER", Evening.newRestaurant());
        other.get("/api/closings/" + id).then().statusCode(404);
        as("MANAGER", Evening.newRestaurant()).get("/api/closings").then().body("data", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAITER", "CASHIER", "KITCHEN"})
    void onlyManagersClose(String role) {
        as(role).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("kind", "DAY", "business_date", DAY.toString()))
                .post("/api/closings")
                .then()
                .statusCode(403);
        as(role).get("/api/closings").then().statusCode(403);
        as(role).get("/api/closings/1").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "-999999999-01-01", "2025-02-30", "today"})
    void aSenselessDayIsRefused(String day) {
        as("MANAGER")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("kind", "DAY", "business_date", day))
                .post("/api/closings")
                .then()
                .statusCode(400);
    }

    private ValidatableResponse close(String kind, LocalDate day) {
        return as("MANAGER")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("kind", kind, "business_date", day.toString()))
                .post("/api/closings")
                .then();
    }

    private RequestSpecification as(String role) {
        return as(role, restaurant);
    }

    private static RequestSpecification as(String role, long restaurantId) {
        return given().header("Authorization", "Bearer " + TestTokens.token(role, restaurantId))
                .contentType(ContentType.JSON);
    }

    private static long sum(List<JsonPath> closings, String figure) {
        return closings.stream().mapToLong(closing -> closing.getLong(figure)).sum();
    }

    private static void sql(String statements) throws SQLException {
        try (Connection database = Backends.database();
                Statement statement = database.createStatement()) {
            statement.execute(statements);
        }
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(rows(query).getFirst());
    }

    private static String plan(String query) throws SQLException {
        return String.join("\n", rows("EXPLAIN " + query));
    }

    private static List<String> rows(String query) throws SQLException {
        try (Connection database = Backends.database();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
