package io.brigade.payments.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.closing.Evening;
import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.fixture.ManagementPort;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@PaymentsBackend
class ReportTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 28);

    @Inject
    Evening evening;

    @Inject
    Outbox outbox;

    @Inject
    Pool primary;

    @Inject
    Vertx vertx;

    @Inject
    Losses losses;

    private final long restaurant = Evening.newRestaurant();

    private record Changed(
            long orderId,
            LocalDate businessDate,
            long totalCents,
            Person changedBy,
            Person approvedBy,
            Long previousTotalCents) {}

    @Test
    void aDayIsToldByWaiterHourAndDish() {
        sellAt("2025-11-28T11:50:00Z"); // 12:50 in Paris
        sellAt("2025-11-28T18:59:59Z");
        sellAt("2025-11-28T23:10:00Z"); // 0:10, still the same business day
        evening.credit(restaurant, DAY, PaymentMethod.CASH, 1000);

        JsonPath report = as("MANAGER")
                .get("/api/reports/daily?business_date=" + DAY)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(report.getList("hours.hour")).isEqualTo(List.of(12, 19, 20, 0));
        assertThat(report.getList("hours.total_cents")).isEqualTo(List.of(2000, 2000, -1000, 2000));
        assertThat(report.getString("waiters[0].waiter.name")).isEqualTo("Camille");
        assertThat(report.getLong("waiters[0].total_cents")).isEqualTo(5000);
        assertThat(report.getLong("waiters[0].tip_cents")).isEqualTo(150);
        assertThat(report.getList("dishes.name")).isEqualTo(List.of("Verre de Morgon", "Soupe à l'oignon"));
        assertThat(report.getList("dishes.quantity")).isEqualTo(List.of(6, 2));
        assertThat(report.getLong("figures.sums.total_cents")).isEqualTo(5000);
        assertThat(report.getLong("average_ticket_cents")).isEqualTo(1250);
        assertThat(report.getLong("takings_cents")).isEqualTo(5000);
        assertThat(report.getLong("tip_cents")).isEqualTo(150);
        assertThat(OffsetDateTime.parse(report.getString("as_of")))
                .isAfter(OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1));
    }

    @Test
    void whatWasTakenOffIsToldByPersonAndApproverOnceHoweverOftenTheEventComes() {
        Person hugo = new Person(102, "Hugo");
        Person sophie = new Person(401, "Sophie");
        Changed voided = new Changed(5, DAY, 3000, hugo, sophie, 4500L);
        tell("order.item_voided", voided);
        tell("order.item_voided", new Changed(6, DAY, 1000, hugo, sophie, 1500L));
        tell("order.discounted", new Changed(5, DAY, 2700, hugo, null, 3000L));
        tell("order.discount_removed", new Changed(5, DAY, 3000, hugo, null, 2700L));
        tell("order.cancelled", new Changed(5, DAY, 0, sophie, sophie, 3000L));
        evening.credit(restaurant, DAY, PaymentMethod.CASH, 1000);
        evening.run(transaction ->
                losses.add(transaction, new Losses.Loss(restaurant, DAY, LossKind.REPRINT, Evening.INES, null, 0)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(losses().getList("data")).hasSize(6));

        JsonPath report = losses();
        assertThat(report.getList(
                        "data.collect { it.person.name + ' ' + it.kind + ' ' + it.times + ' ' + it.amount_cents }"))
                .isEqualTo(List.of(
                        "Hugo DISCOUNT 1 300",
                        "Hugo DISCOUNT_REMOVED 1 -300",
                        "Hugo VOID 2 2000",
                        "Inès CREDIT 1 1000",
                        "Inès REPRINT 1 0",
                        "Sophie CANCELLATION 1 3000"));
        assertThat(report.getString("data[2].approved_by.name")).isEqualTo("Sophie");
        assertThat(report.<Object>get("data[0].approved_by")).isNull();
    }

    @Test
    void whenTheReplicaIsAwayThePrimaryAnswers() {
        Pool away = new Pool(PgBuilder.pool()
                .connectingTo(new PgConnectOptions().setHost("127.0.0.1").setPort(1))
                .using(vertx.getDelegate())
                .build());
        ReportReading reading = new ReportReading(away, primary);

        assertThat(reading.read((_, asOf) -> Uni.createFrom().item(asOf))
                        .await()
                        .indefinitely())
                .isAfter(OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1));
        away.close().await().indefinitely();
    }

    @Test
    void poolsOfBothAreShown() {
        assertThat(given().port(ManagementPort.number()).get("/metrics").asString())
                .contains("database_pool_max{datasource=\"primary\"} 10.0")
                .contains("database_pool_max{datasource=\"replica\"} 4.0")
                .contains("last_closing_timestamp_seconds");
    }

    @Test
    void anotherRestaurantSeesNothing() {
        sellAt("2025-11-28T11:50:00Z");

        RequestSpecification other =
                given().header("Authorization", "Bearer " + TestTokens.token("MANAGER", Evening.newRestaurant()));
        other.get("/api/reports/daily?business_date=" + DAY)
                .then()
                .statusCode(200)
                .body("figures.orders", equalTo(0))
                .body("average_ticket_cents", equalTo(0))
                .body("dishes", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "losses"})
    void onlyManagersReadReports(String report) {
        Set.of("WAITER", "CASHIER", "KITCHEN")
                .forEach(role -> as(role).get("/api/reports/" + report).then().statusCode(403));
        as("ADMIN").get("/api/reports/" + report).then().statusCode(200);
        as("ADMIN")
                .get("/api/reports/" + report + "?business_date=yesterday")
                .then()
                .statusCode(400);
        as("ADMIN")
                .get("/api/reports/" + report + "?business_date=-999999999-01-01")
                .then()
                .statusCode(400);
    }

    private void sellAt(String time) {
        OffsetDateTime at = OffsetDateTime.parse(time);
        evening.book(
                restaurant,
                DAY,
                open -> evening.ticket(
                        restaurant,
                        open,
                        Ticket.Kind.SALE,
                        PaymentMethod.CARD,
                        at,
                        List.of(Evening.soup(900), Evening.wine(1100))));
    }

    private void tell(String type, Changed order) {
        evening.run(transaction -> outbox.append(transaction, new Event(type, restaurant, Set.of("floor"), order)));
    }

    private JsonPath losses() {
        return as("MANAGER")
                .get("/api/reports/losses?business_date=" + DAY)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + TestTokens.token(role, restaurant));
    }
}
