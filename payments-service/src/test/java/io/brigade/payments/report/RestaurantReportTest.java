package io.brigade.payments.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.StaffStandIn;
import io.brigade.payments.closing.Evening;
import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.fixture.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PaymentsBackend
class RestaurantReportTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 28);

    @Inject
    Evening evening;

    private final long own = Evening.newRestaurant();
    private final long overseen = Evening.newRestaurant();
    private final long strange = Evening.newRestaurant();

    @BeforeEach
    void theGroup() {
        StaffStandIn.add(own, "Brasserie du Marché", "EUR", "Europe/Paris");
        StaffStandIn.add(overseen, "Bistrot du Lac", "CHF", "Pacific/Kiritimati");
        StaffStandIn.add(strange, "Chez d'autres", "EUR", "Europe/Paris");
    }

    @AfterEach
    void staffIsThere() {
        StaffStandIn.setAway(false);
    }

    @Test
    void restaurantsStandSideBySideAsTheirDailyReportsTellThem() {
        evening.sell(own, DAY, PaymentMethod.CARD, 900, 1100);
        evening.sell(own, DAY, PaymentMethod.CASH, 2000, 0);
        evening.credit(own, DAY, PaymentMethod.CASH, 1000);
        evening.sell(own, DAY.minusDays(1), PaymentMethod.CARD, 70_000, 0);
        evening.sell(overseen, DAY, PaymentMethod.CARD, 5000, 2500);

        JsonPath report = seen(DAY.toString(), own, overseen);

        assertThat(report.getList("data.restaurant_id", Long.class)).containsExactly(own, overseen);
        assertThat(report.getList("data.name")).isEqualTo(List.of("Brasserie du Marché", "Bistrot du Lac"));
        assertThat(report.getList("data.currency")).isEqualTo(List.of("EUR", "CHF"));
        assertThat(report.getList("data.business_date")).isEqualTo(List.of(DAY.toString(), DAY.toString()));
        assertThat(report.getList("data.total_cents")).isEqualTo(List.of(3000, 7500));
        assertThat(report.getList("data.tickets")).isEqualTo(List.of(2, 1));
        assertThat(report.getList("data.open_bills")).isEqualTo(List.of(0, 0));
        JsonPath daily = daily();
        for (String figure : List.of("takings_cents", "tip_cents", "average_ticket_cents")) {
            assertThat(report.getLong("data[0]." + figure)).as(figure).isEqualTo(daily.getLong(figure));
        }
        assertThat(report.getLong("data[0].covers")).isEqualTo(daily.getLong("figures.covers"));
        assertThat(report.getLong("data[0].orders")).isEqualTo(daily.getLong("figures.orders"));
    }

    @Test
    void aRestaurantThatIsNotInTheTokenIsNeverTold() {
        evening.sell(strange, DAY, PaymentMethod.CARD, 900, 1100);

        assertThat(seen(DAY.toString(), own, overseen).getList("data.restaurant_id", Long.class))
                .containsExactly(own, overseen);
        assertThat(seen(DAY.toString()).getList("data.restaurant_id", Long.class))
                .containsExactly(own);
    }

    @Test
    void withoutADayEachIsToldOfItsOwnToday() {
        JsonPath report = seen("", own, overseen);

        assertThat(report.getList("data.business_date", String.class))
                .containsExactly(today("Europe/Paris"), today("Pacific/Kiritimati"));
        assertThat(report.getList("data.average_ticket_cents")).isEqualTo(List.of(0, 0));
        assertThat(report.<Object>get("data[0].closed_through")).isNull();
    }

    @Test
    void theLastClosedDayIsTold() {
        evening.sell(own, DAY, PaymentMethod.CARD, 900, 1100);
        given().header("Authorization", "Bearer " + TestTokens.token("MANAGER", own))
                .header("Idempotency-Key", "group-" + own)
                .contentType("application/json")
                .body("{\"kind\": \"DAY\", \"business_date\": \"%s\"}".formatted(DAY))
                .post("/api/closings")
                .then()
                .statusCode(201);

        ask(DAY.toString(), "ADMIN", own, overseen)
                .then()
                .body("data.closed_through", contains(DAY.toString(), null))
                .body("as_of", notNullValue());
    }

    @Test
    void whileStaffServiceIsAwayNothingIsMadeUp() {
        StaffStandIn.setAway(true);

        ask("", "MANAGER", own, overseen).then().statusCode(503).body("code", equalTo("DEPENDENCY_UNAVAILABLE"));
    }

    @Test
    void onlyManagersSeeIt() {
        Set.of("WAITER", "CASHIER", "KITCHEN")
                .forEach(role -> ask("", role, own, overseen).then().statusCode(403));
        ask("yesterday", "ADMIN", own).then().statusCode(400).body("errors[0].field", equalTo("business_date"));
    }

    @Test
    void aTokenWithASenselessListIsRefused() {
        String senseless =
                TestTokens.sign(TestTokens.claims("MANAGER", own).claim("restaurant_ids", List.of("all of them")));

        given().header("Authorization", "Bearer " + senseless)
                .get("/api/reports/restaurants")
                .then()
                .statusCode(401);
    }

    private JsonPath seen(String day, Long... restaurants) {
        return ask(day, "MANAGER", restaurants).then().statusCode(200).extract().jsonPath();
    }

    private Response ask(String day, String role, Long... restaurants) {
        var claims = TestTokens.claims(role, own);
        String token = TestTokens.sign(
                restaurants.length == 0 ? claims : claims.claim("restaurant_ids", List.of(restaurants)));
        return given().header("Authorization", "Bearer " + token)
                .get("/api/reports/restaurants" + (day.isEmpty() ? "" : "?business_date=" + day));
    }

    private JsonPath daily() {
        return given().header("Authorization", "Bearer " + TestTokens.token("MANAGER", own))
                .get("/api/reports/daily?business_date=" + DAY)
                .jsonPath();
    }

    private static String today(String timeZone) {
        return Instant.now()
                .atZone(ZoneId.of(timeZone))
                .minusHours(5)
                .toLocalDate()
                .toString();
    }
}
