package io.brigade.payments.fiscal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.fiscal.ArchiveVerifier;
import io.brigade.fiscal.Fault;
import io.brigade.fiscal.Head;
import io.brigade.fiscal.Heads;
import io.brigade.fiscal.Link;
import io.brigade.fiscal.SignedEntry;
import io.brigade.fiscal.SigningKey;
import io.brigade.fiscal.Verifier;
import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.closing.Evening;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.fixture.ManagementPort;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.brigade.platform.sql.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PaymentsBackend
class FiscalApiTest {

    private static final AtomicInteger NEXT_RESTAURANT = new AtomicInteger(2000);

    @Inject
    Journal journal;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    private final long restaurant = NEXT_RESTAURANT.incrementAndGet();

    @Test
    void theJournalIsPagedNewestFirstAndByKind() {
        write(7);
        Journals.append(transactions, journal, restaurant, Kind.CASH, Map.of("event", "DRAWER_OPENED"));

        Response first = manager().get("/api/fiscal/journal?limit=5");
        first.then().statusCode(200).body("data.sequence", equalTo(List.of(8, 7, 6, 5, 4)));
        manager()
                .get("/api/fiscal/journal?limit=5&cursor=" + first.path("next_cursor"))
                .then()
                .statusCode(200)
                .body("data.sequence", equalTo(List.of(3, 2, 1)))
                .body("next_cursor", nullValue());
        manager()
                .get("/api/fiscal/journal?kind=CASH")
                .then()
                .statusCode(200)
                .body("data.kind", everyItem(equalTo("CASH")))
                .body("data[0].payload.event", equalTo("DRAWER_OPENED"))
                .body("data[0].operator.name", equalTo("Inès"));
    }

    @Test
    void nobodySeesAnotherRestaurantsJournalAndWaitersSeeNone() {
        write(1);
        as(restaurant + 50_000, Role.ADMIN)
                .get("/api/fiscal/journal")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(0));
        as(restaurant, Role.WAITER).get("/api/fiscal/journal").then().statusCode(403);
        as(restaurant, Role.CASHIER).post("/api/fiscal/verifications").then().statusCode(403);
        given().get("/api/fiscal/journal").then().statusCode(401);
        manager().get("/api/fiscal/journal?kind=RUBBISH").then().statusCode(400);
        manager().get("/api/fiscal/journal?cursor=rubbish!").then().statusCode(400);
    }

    @Test
    void verificationGoesOnWhereItWasAndThenRoundAgain() {
        manager().get("/api/fiscal/verification").then().statusCode(404);
        manager().post("/api/fiscal/verifications").then().statusCode(404);
        write(2);
        verify().then()
                .body("checked", equalTo(2))
                .body("verified_to", equalTo(2))
                .body("failed", equalTo(false));
        write(3);
        verify().then()
                .body("checked", equalTo(5))
                .body("verified_to", equalTo(5))
                .body("rechecked_to", equalTo(2))
                .body("head_sequence", equalTo(5));
        manager()
                .get("/api/fiscal/verification")
                .then()
                .statusCode(200)
                .body("verified_to", equalTo(5))
                .body("broken", nullValue());
    }

    @Test
    void aVerificationWithTheSameKeyIsTheSame() {
        write(1);
        String key = UUID.randomUUID().toString();
        String first = manager()
                .header("Idempotency-Key", key)
                .post("/api/fiscal/verifications")
                .asString();
        write(1);

        assertThat(manager()
                        .header("Idempotency-Key", key)
                        .post("/api/fiscal/verifications")
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void anEntryThatWasEditedInTheDatabaseIsFoundAgainAndAgainAndToldOnce() throws SQLException {
        write(6);
        verify().then().body("failed", equalTo(false));
        double failures = meter("fiscal_verification_failures_total");
        double entries = meter("fiscal_journal_entries_total");
        Journals.tamper("UPDATE fiscal_entries SET document = replace(document, '1250', '1') WHERE sequence = 4"
                + " AND restaurant_id = " + restaurant);

        for (int i = 0; i < 2; i++) {
            verify().then()
                    .body("failed", equalTo(true))
                    .body("broken.sequence", equalTo(4))
                    .body("broken.fault", equalTo("EDITED"));
        }

        assertThat(meter("fiscal_verification_failures_total")).isEqualTo(failures + 2);
        assertThat(meter("fiscal_journal_entries_total")).isEqualTo(entries + 1);
        manager()
                .get("/api/fiscal/journal?kind=EVENT")
                .then()
                .body("data.size()", equalTo(1))
                .body("data[0].payload.event", equalTo("INTEGRITY_FAILURE"))
                .body("data[0].payload.broken_sequence", equalTo(4));
    }

    @Test
    void entriesThatWereRemovedFromTheDatabaseAreFound() throws SQLException {
        write(6);
        Journals.tamper("DELETE FROM fiscal_entries WHERE sequence = 3 AND restaurant_id = " + restaurant);

        verify().then().body("broken.sequence", equalTo(4)).body("broken.fault", equalTo("REMOVED"));
    }

    @Test
    void anEndThatWasCutOffIsFoundByTheHeadOfTheChain() throws SQLException {
        write(6);
        Journals.tamper("DELETE FROM fiscal_entries WHERE sequence >= 5 AND restaurant_id = " + restaurant);

        verify().then().body("broken.sequence", equalTo(5)).body("broken.fault", equalTo("TRUNCATED"));
    }

    @Test
    void aBackupThatWasRestoredIsFoundByTheHeadInTheFolder() throws SQLException, IOException {
        write(6);
        List<SignedEntry> all = Journals.entries(restaurant);
        Heads.keep(FiscalKeys.heads(), Head.of(Link.after(all.getLast()), FiscalKeys.key()));
        SignedEntry fourth = all.get(3);
        Journals.tamper(("DELETE FROM fiscal_entries WHERE sequence > 4 AND restaurant_id = %1$d;"
                        + " UPDATE fiscal_chains SET head_sequence = 4, head_hash = '%2$s', head_recorded_at = '%3$s'"
                        + " WHERE restaurant_id = %1$d")
                .formatted(restaurant, fourth.hash(), fourth.entry().recordedAt()));

        verify().then().body("broken.sequence", equalTo(5)).body("broken.fault", equalTo("TRUNCATED"));
        write(1);
        verify().then().body("broken.fault", equalTo("REWRITTEN")).body("broken.sequence", equalTo(6));
    }

    @Test
    void aHeadInTheFolderThatSomebodyElseSignedIsFound() throws SQLException, IOException {
        write(2);
        SigningKey.NewPair pair = SigningKey.newPair();
        SigningKey other = SigningKey.read(pair.privatePem(), pair.publicPem());
        Link second = Link.after(Journals.entries(restaurant).getLast());
        Heads.keep(FiscalKeys.heads(), Head.of(second, other));

        verify().then().body("broken.sequence", equalTo(2)).body("broken.fault", equalTo("HEAD_FORGED"));
    }

    @Test
    void anArchiveIsMadeOnceNotedInTheJournalAndVerifiesByItself() throws Exception {
        write(603);
        String key = UUID.randomUUID().toString();
        Map<String, String> period = Map.of("from", today().minusDays(2).toString(), "to", today().toString());
        Response made = manager().header("Idempotency-Key", key).body(period).post("/api/fiscal/archives");
        made.then().statusCode(201).body("entries", equalTo(603)).body("first_sequence", equalTo(1));
        assertThat(manager()
                        .header("Idempotency-Key", key)
                        .body(period)
                        .post("/api/fiscal/archives")
                        .asString())
                .isEqualTo(made.asString());
        int id = made.path("archive_id");

        manager().get("/api/fiscal/archives").then().statusCode(200).body("data.archive_id", equalTo(List.of(id)));
        manager()
                .get("/api/fiscal/journal?kind=ARCHIVE")
                .then()
                .body("data.size()", equalTo(1))
                .body("data[0].payload.archive.last_sequence", equalTo(603));
        as(restaurant + 50_000, Role.ADMIN)
                .get("/api/fiscal/archives/" + id)
                .then()
                .statusCode(404);
        manager().get("/api/fiscal/archives/999999999").then().statusCode(404);

        Verifier.Result result = verify(fetch(id));
        assertThat(result.broken()).isNull();
        assertThat(result.checked()).isEqualTo(603);
        Journals.tamper("UPDATE fiscal_entries SET document = replace(document, '1250', '1') WHERE sequence = 17"
                + " AND restaurant_id = " + restaurant);
        assertThat(verify(fetch(id)).broken().fault()).isEqualTo(Fault.EDITED);
        assertThat(verify(fetch(id)).broken().sequence()).isEqualTo(17);
    }

    @Test
    void aPeriodThatDoesNotExistIsRefused() {
        write(1);
        refuse(today(), today().minusDays(1));
        refuse(today(), today().plusDays(3));
        refuse(today().minusDays(400), today());
        manager()
                .body(Map.of("from", "2026-13-01", "to", "x"))
                .post("/api/fiscal/archives")
                .then()
                .statusCode(400);
        manager()
                .body(Map.of("from", "2020-01-01", "to", "2020-01-31"))
                .post("/api/fiscal/archives")
                .then()
                .statusCode(201)
                .body("entries", equalTo(0));
    }

    @Test
    void signInsAndPriceChangesOfOtherServicesComeIntoTheJournal() throws Throwable {
        tell(
                "staff.signed_in",
                Map.of("staff_id", 103, "name", "Inès", "roles", List.of("CASHIER"), "seller", Evening.SELLER));
        tell(
                "menu.price_changed",
                Map.of(
                        "kind",
                        "DISH",
                        "id",
                        4,
                        "name",
                        "Entrecôte",
                        "old_cents",
                        2300,
                        "new_cents",
                        2400,
                        "staff_id",
                        9,
                        "staff_name",
                        "Zoé"));

        await().untilAsserted(() -> assertThat(Journals.entries(restaurant)).hasSize(2));
        SignedEntry signIn = Journals.entries(restaurant).get(0);
        SignedEntry price = Journals.entries(restaurant).get(1);
        assertThat(signIn.entry().payload().get("event").asText()).isEqualTo("SIGNED_IN");
        assertThat(signIn.entry().siret()).isEqualTo("12345678200010");
        assertThat(price.entry().siret()).isEqualTo("12345678200010");
        assertThat(price.entry().payload().get("event").asText()).isEqualTo("PRICE_CHANGED");
        assertThat(price.entry().payload().get("new_cents").asInt()).isEqualTo(2400);
        assertThat(price.entry().operator().name()).isEqualTo("Zoé");
        assertThat(Journals.verify(restaurant, false).broken()).isNull();
    }

    private void tell(String type, Map<String, ?> data) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> transactions.run(
                transaction -> outbox.append(transaction, new Event(type, restaurant, Set.of("staff"), data))));
    }

    private void refuse(LocalDate from, LocalDate to) {
        manager()
                .body(Map.of("from", from.toString(), "to", to.toString()))
                .post("/api/fiscal/archives")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("to"));
    }

    /** The restaurant's own: it turns at five o'clock. */
    private static LocalDate today() {
        return ZonedDateTime.now(ZoneId.of("Europe/Paris")).minusHours(5).toLocalDate();
    }

    private Path fetch(int id) throws IOException {
        byte[] zip = manager()
                .get("/api/fiscal/archives/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Path file = Files.createTempFile("archive", ".zip");
        Files.write(file, zip);
        return file;
    }

    private static Verifier.Result verify(Path archive) throws IOException {
        return new ArchiveVerifier(FiscalKeys.trusted(), Heads.of()).verify(archive);
    }

    private Response verify() {
        Response answer = manager().post("/api/fiscal/verifications");
        answer.then().statusCode(201);
        return answer;
    }

    private void write(int entries) {
        for (int i = 1; i <= entries; i++) {
            Journals.append(transactions, journal, restaurant, i);
        }
    }

    private RequestSpecification manager() {
        return as(restaurant, Role.MANAGER);
    }

    private static RequestSpecification as(long restaurant, String role) {
        return given().header("Authorization", "Bearer " + TestTokens.token(role, restaurant))
                .contentType(ContentType.JSON);
    }

    private static double meter(String series) {
        return given().port(ManagementPort.number())
                .get("/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line ->
                        Double.parseDouble(line.substring(series.length() + 1).replaceFirst(" #.*", "")))
                .findFirst()
                .orElseThrow();
    }
}
