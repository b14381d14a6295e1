package io.brigade.payments.erp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.closing.Closing;
import io.brigade.payments.closing.ClosingKind;
import io.brigade.payments.closing.Closings;
import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.ManagementPort;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.brigade.platform.sql.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Without an ERP: entries are kept. */
@QuarkusTest
@PaymentsBackend
class AccountingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Transactions transactions;

    @Inject
    Accounting books;

    @Inject
    Outbox outbox;

    private final long restaurant = Tickets.newRestaurant();

    @Test
    void aTicketBecomesAnEntryThatWaitsForAnErp() {
        sell(1, Tickets.DAY);

        String id = as(Role.MANAGER)
                .get("/api/accounting/entries?state=PENDING")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1))
                .body("data[0].journal", equalTo("VE"))
                .body("data[0].entry_no", equalTo(1))
                .body("data[0].type", equalTo("SALE"))
                .body("data[0].sent_at", nullValue())
                .body("next_cursor", nullValue())
                .extract()
                .path("data[0].entry_id");
        as(Role.ADMIN)
                .get("/api/accounting/entries/" + id)
                .then()
                .statusCode(200)
                .body("delivery.state", equalTo("PENDING"))
                .body("entry.entry_id", equalTo(id))
                .body("entry.document.number", equalTo("1"))
                .body("entry.business_date", equalTo("2026-11-23"))
                .body("entry.total_cents", equalTo(5650))
                .body("entry.lines.debit_cents.sum()", equalTo(5650))
                .body("entry.lines.credit_cents.sum()", equalTo(5650));
        documents().forEach(EntrySchema::check);
    }

    @Test
    void numbersHaveNoGapUnderConcurrencyAndRollbacks() throws Exception {
        AtomicLong tickets = new AtomicLong();
        AtOnce.call(10, () -> {
            for (int round = 0; round < 5; round++) {
                long no = tickets.incrementAndGet();
                if (no % 4 == 0) {
                    assertThatThrownBy(() -> transactions
                                    .run(transaction -> books.ticket(
                                                    transaction, Tickets.sale(restaurant, no, Tickets.DAY))
                                            .invoke(() -> {
                                                throw new IllegalStateException("rolled back");
                                            }))
                                    .await()
                                    .atMost(PATIENCE))
                            .hasMessage("rolled back");
                } else {
                    sell(no, Tickets.DAY);
                }
            }
            return true;
        });

        List<Long> numbers = longs("SELECT entry_no FROM accounting_entries WHERE restaurant_id = ? ORDER BY seq");
        assertThat(numbers).hasSize(50 - 50 / 4);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1L);
        }
        assertThat(longs("SELECT seq FROM accounting_entries WHERE restaurant_id = ? ORDER BY seq"))
                .isEqualTo(numbers);
    }

    @Test
    void datesNeverGoBackAndTheBusinessDateStaysWhatItWas() {
        sell(1, Tickets.DAY.plusDays(1));
        sell(2, Tickets.DAY);

        as(Role.MANAGER)
                .get("/api/accounting/entries")
                .then()
                .body("data.entry_date", contains("2026-11-24", "2026-11-24"));
        assertThat(documents().getLast())
                .contains("\"business_date\":\"2026-11-23\"")
                .contains("\"entry_date\":\"2026-11-24\"");
    }

    @Test
    void oneTicketIsBookedOnceAndWhatIsBookedStays() {
        sell(1, Tickets.DAY);

        assertThatThrownBy(() -> sell(1, Tickets.DAY)).hasMessageContaining("accounting_entries");
        assertThatThrownBy(() -> execute("UPDATE accounting_entries SET entry_no = 9 WHERE restaurant_id = ?"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> execute("DELETE FROM accounting_entries WHERE restaurant_id = ?"))
                .hasMessageContaining("never changed");
    }

    @Test
    void creditsMixedPaymentsAndBillsOfNothingFitTheSchema() {
        write(Tickets.ticket(
                restaurant,
                1,
                Tickets.DAY,
                List.of(Tickets.share(550, 948, 52), Tickets.share(2000, -500, -100)),
                List.of(Tickets.paid(PaymentMethod.MEAL_VOUCHER, 1000, 0), Tickets.paid(PaymentMethod.CASH, -600, 0))));
        write(Tickets.ticket(
                restaurant,
                2,
                Tickets.DAY,
                List.of(Tickets.share(1000, -909, -91)),
                List.of(Tickets.paid(PaymentMethod.CARD, -1000, 0))));
        write(Tickets.ticket(restaurant, 3, Tickets.DAY, List.of(), List.of()));

        documents().forEach(EntrySchema::check);
        as(Role.MANAGER)
                .get("/api/accounting/entries")
                .then()
                .body("data.type", contains("SALE", "CREDIT", "SALE"))
                .body("data.journal", contains("NP", "VE", "VE"))
                .body("data.entry_no", contains(1, 2, 1));
    }

    @Test
    void aTicketThatDoesNotBalanceIsNotBooked() {
        assertThatThrownBy(() -> write(Tickets.ticket(
                        restaurant,
                        1,
                        Tickets.DAY,
                        List.of(Tickets.share(1000, 909, 91)),
                        List.of(Tickets.paid(PaymentMethod.CARD, 999, 0)))))
                .hasMessageContaining("does not balance");
        assertThat(documents()).isEmpty();
    }

    @Test
    void aClosingIsToldWithItsFiguresAndPostsNothing() {
        sell(1, Tickets.DAY);
        Closing closed = Closings.of(restaurant, ClosingKind.DAY, "Sophie", 5450, 0);
        for (int told = 0; told < 2; told++) {
            transactions
                    .run(transaction ->
                            outbox.append(transaction, new Event("period.closed", restaurant, Set.of("bills"), closed)))
                    .await()
                    .atMost(PATIENCE);
        }

        await().atMost(PATIENCE).until(() -> documents().size() == 2);
        as(Role.MANAGER)
                .get("/api/accounting/entries?limit=1")
                .then()
                .body("data[0].type", equalTo("CLOSING"))
                .body("data[0].document_no", equalTo("DAY-214"))
                .body("data[0].journal", equalTo("NP"))
                .body("data[0].entry_date", equalTo("2026-11-30"));
        assertThat(documents().getLast()).contains("\"total_cents\":5450");
        documents().forEach(EntrySchema::check);
        sell(2, Tickets.DAY);
        assertThat(documents()).hasSize(3);
    }

    @Test
    void theListIsPagedAndOtherRestaurantsEntriesAreOutOfSight() {
        for (long no = 1; no <= 3; no++) {
            sell(no, Tickets.DAY);
        }

        ValidatableResponse first = as(Role.MANAGER)
                .get("/api/accounting/entries?limit=2")
                .then()
                .statusCode(200)
                .body("data.document_no", contains("3", "2"));
        String cursor = first.extract().path("next_cursor");
        as(Role.MANAGER)
                .get("/api/accounting/entries?limit=2&cursor=" + cursor)
                .then()
                .body("data.document_no", contains("1"))
                .body("next_cursor", nullValue());
        String id = first.extract().path("data[0].entry_id");
        given().header("Authorization", TestTokens.bearer(Role.MANAGER))
                .get("/api/accounting/entries/" + id)
                .then()
                .statusCode(404);
        given().header("Authorization", TestTokens.bearer(Role.MANAGER))
                .post("/api/accounting/entries/" + id + "/resend")
                .then()
                .statusCode(404);
    }

    /** Here, where no other application has run in this JVM before: gauges stay with the first one. */
    @Test
    void whatWaitsAndWhatIsDeadIsShown() throws SQLException {
        sell(1, Tickets.DAY);
        sell(2, Tickets.DAY);
        execute("UPDATE accounting_deliveries SET state = 'DEAD' WHERE restaurant_id = ? AND seq = 1");

        await().atMost(PATIENCE)
                .until(() -> meter("erp_entries_waiting") >= 1
                        && meter("erp_entries_dead") >= 1
                        && meter("erp_entries_oldest_seconds") > 0);
    }

    @Test
    void allThatIsDeadIsSentAgainInOneCallWhoseKeyWorksOnce() throws SQLException {
        for (long no = 1; no <= 3; no++) {
            sell(no, Tickets.DAY);
        }
        execute("UPDATE accounting_deliveries SET state = 'DEAD', attempts = 3 WHERE restaurant_id = ? AND seq < 3");
        String key = UUID.randomUUID().toString();

        for (String replayed : new String[] {null, "true"}) {
            as(Role.ADMIN)
                    .header("Idempotency-Key", key)
                    .post("/api/accounting/resend")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", equalTo(replayed))
                    .body("resent", equalTo(2))
                    .body("still_dead", equalTo(0));
        }
        as(Role.MANAGER).get("/api/accounting/entries?state=PENDING").then().body("data.attempts", contains(0, 0, 0));
    }

    @Test
    void whatIsNotThereOrNotAllowedIsSaidSo() {
        as(Role.CASHIER).get("/api/accounting/entries").then().statusCode(403);
        given().get("/api/accounting/entries").then().statusCode(401);
        as(Role.MANAGER).get("/api/accounting/entries?state=LOST").then().statusCode(400);
        as(Role.MANAGER)
                .get("/api/accounting/entries/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as(Role.MANAGER).get("/api/accounting/entries/abc").then().statusCode(404);
        as(Role.MANAGER).post("/api/accounting/resend").then().statusCode(200).body("resent", equalTo(0));
    }

    private void sell(long ticketNo, LocalDate day) {
        write(Tickets.sale(restaurant, ticketNo, day));
    }

    private void write(Ticket ticket) {
        transactions
                .run(transaction -> books.ticket(transaction, ticket))
                .await()
                .atMost(PATIENCE);
    }

    private RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + TestTokens.token(role, restaurant));
    }

    private static double meter(String name) {
        return given().port(ManagementPort.number())
                .get("/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> documents() {
        return query("SELECT document FROM accounting_entries WHERE restaurant_id = ? ORDER BY seq");
    }

    private List<Long> longs(String sql) {
        return query(sql).stream().map(Long::valueOf).toList();
    }

    private List<String> query(String sql) {
        try (Connection database = Backends.database();
                PreparedStatement query = database.prepareStatement(sql)) {
            query.setLong(1, restaurant);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection database = Backends.database();
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setLong(1, restaurant);
            statement.execute();
        }
    }
}
