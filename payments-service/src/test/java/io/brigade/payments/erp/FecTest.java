package io.brigade.payments.erp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.book.Seller;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.brigade.platform.sql.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PaymentsBackend
class FecTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Inject
    Transactions transactions;

    @Inject
    Accounting books;

    private final long restaurant = Tickets.newRestaurant();

    /** More than two pages of what is read at once, and more on both sides of the year. */
    @Test
    void aYearsFileHasAllOfTheYearAndPassesTheTaxOfficesChecks() {
        LocalDate day = FIRST.minusDays(2);
        for (long no = 1; no <= 1_100; no++) {
            write(Tickets.sale(restaurant, no, day.plusDays(no / 3)));
        }
        write(Tickets.ticket(
                restaurant,
                1_101,
                LAST,
                List.of(Tickets.share(1000, -909, -91)),
                List.of(Tickets.paid(PaymentMethod.CASH, -1000, 0))));
        write(Tickets.ticket(restaurant, 1_102, LAST, List.of(), List.of()));
        write(Tickets.sale(restaurant, 1_103, LAST));
        write(Tickets.sale(restaurant, 1_104, LAST.plusDays(1)));

        Response file = fec(FIRST, LAST);

        file.then().statusCode(200).contentType("text/plain;charset=ISO-8859-15");
        String name = file.header("Content-Disposition").replaceAll(".*filename=\"(.*)\"", "$1");
        List<FecReader.Line> lines = FecReader.check(name, file.asByteArray(), FIRST, LAST);
        assertThat(name).isEqualTo("123456782FEC20261231.txt");
        List<Integer> tickets = lines.stream()
                .map(line -> Integer.valueOf(line.text("PieceRef")))
                .distinct()
                .toList();
        assertThat(tickets).first().isEqualTo(6);
        assertThat(tickets).last().isEqualTo(1_103);
        assertThat(tickets).hasSize(1_103 - 6 + 1 - 1).doesNotContain(1_102);
    }

    @Test
    void aBusinessThatWasSoldHasTwoFiles() {
        Seller next = new Seller("Le Marché", "Le Marché SARL", "98765432100011", "12 quai Saint-Antoine, 69002 Lyon");
        write(Tickets.sale(restaurant, 1, Tickets.DAY));
        write(Tickets.ticket(
                restaurant,
                2,
                Tickets.DAY.plusDays(1),
                next,
                List.of(Tickets.share(1000, 1000, 100)),
                List.of(Tickets.paid(PaymentMethod.CASH, 1100, 0))));

        fec(FIRST, LAST).then().statusCode(409).body("code", equalTo("FEC_SEVERAL_SELLERS"));
        Response second = fec(Tickets.DAY.plusDays(1), LAST);
        FecReader.check("987654321FEC20261231.txt", second.asByteArray(), Tickets.DAY, LAST);
        assertThat(second.header("Content-Disposition")).contains("987654321FEC20261231.txt");
    }

    @Test
    void badPeriodsAreRefused() {
        fec(FIRST, LAST).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        fec(FIRST, LAST.plusDays(1)).then().statusCode(400).body("errors[0].field", equalTo("to"));
        fec(LAST, FIRST).then().statusCode(400).body("errors[0].field", equalTo("to"));
        as(Role.MANAGER, "/api/accounting/fec?from=2026-01-01&to=christmas")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("to"));
        as(Role.MANAGER, "/api/accounting/fec?to=2026-01-01")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("from"));
        as(Role.WAITER, "/api/accounting/fec?from=2026-01-01&to=2026-12-31")
                .then()
                .statusCode(403);
    }

    private void write(Ticket ticket) {
        transactions
                .run(transaction -> books.ticket(transaction, ticket))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private Response fec(LocalDate from, LocalDate to) {
        return as(Role.MANAGER, "/api/accounting/fec?from=" + from + "&to=" + to);
    }

    private Response as(String role, String path) {
        return given().header("Authorization", "Bearer " + TestTokens.token(role, restaurant))
                .get(path);
    }
}
