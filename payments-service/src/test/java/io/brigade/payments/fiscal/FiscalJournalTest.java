package io.brigade.payments.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.brigade.fiscal.Entry;
import io.brigade.fiscal.Heads;
import io.brigade.fiscal.Link;
import io.brigade.fiscal.SignedEntry;
import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Seller;
import io.brigade.payments.book.Ticket;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.sql.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PaymentsBackend
class FiscalJournalTest {

    private static final AtomicInteger NEXT_RESTAURANT = new AtomicInteger(1000);

    @Inject
    Journal journal;

    @Inject
    Transactions transactions;

    @Inject
    InstanceLife life;

    private final long restaurant = NEXT_RESTAURANT.incrementAndGet();

    @Test
    void sixteenAtOnceMakeOneChainWithoutAGap() throws Exception {
        AtomicInteger number = new AtomicInteger();

        List<List<Long>> given = AtOnce.call(16, () -> java.util.stream.IntStream.range(0, 10)
                .mapToObj(_ -> Journals.append(transactions, journal, restaurant, number.incrementAndGet()))
                .toList());

        assertThat(given.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 160).boxed().toList());
        assertThat(Journals.verify(restaurant, false).broken()).isNull();
        assertThat(Journals.verify(restaurant, false).checked()).isEqualTo(160);
    }

    @Test
    void whatIsRolledBackLeavesNoEntryAndNoGap() throws Exception {
        Journals.append(transactions, journal, restaurant, 1);
        NewEntry lost = new NewEntry(
                restaurant, Kind.PAYMENT, OffsetDateTime.now(ZoneOffset.UTC), null, null, Map.of("payment_id", 2));
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(
                        () -> transactions.run(transaction -> journal.append(transaction, lost)
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))))))
                .hasMessageContaining("no");

        assertThat(Journals.append(transactions, journal, restaurant, 3)).isEqualTo(2);
        assertThat(Journals.verify(restaurant, false).ok()).isTrue();
    }

    @Test
    void anEntryHoldsEverythingByValue() throws Exception {
        Journals.append(transactions, journal, restaurant, 1);
        Journals.append(transactions, journal, restaurant, Kind.TICKET, ticket());
        Journals.append(transactions, journal, restaurant, 2);

        List<SignedEntry> entries = Journals.entries(restaurant);
        Entry ticket = entries.get(1).entry();
        assertThat(ticket.kind()).isEqualTo("TICKET");
        assertThat(ticket.operator()).isEqualTo(new Entry.Operator(103, "Inès"));
        assertThat(ticket.device()).isEqualTo("Caisse 1");
        assertThat(ticket.software()).startsWith("brigade 2");
        assertThat(ticket.keyId()).isEqualTo(FiscalKeys.key().id());
        assertThat(ticket.payload().at("/lines/0/name").asText()).isEqualTo("Entrecôte");
        assertThat(ticket.payload().at("/vat/0/net_cents").asLong()).isEqualTo(2182);
        assertThat(ticket.payload().at("/seller/siret").asText()).isEqualTo("12345678200010");
        assertThat(ticket.payload().at("/business_date").asText()).isEqualTo("2026-11-23");
        assertThat(entries.stream().map(entry -> entry.entry().siret()))
                .containsExactly(null, "12345678200010", "12345678200010");
        assertThat(Journals.verify(restaurant, false).broken()).isNull();
    }

    @Test
    void aTrainingRestaurantsChainIsMarked() throws Exception {
        Journals.append(transactions, journal, 77, 1);

        assertThat(Journals.entries(77).getLast().entry().training()).isTrue();
        assertThat(Journals.verify(77, true).ok()).isTrue();
    }

    @Test
    void anInstanceThatStopsAndStartsContinuesTheChain() throws Throwable {
        long first = Journals.append(transactions, journal, restaurant, 1);
        life.stop(null);
        Link stopped = Link.after(Journals.entries(restaurant).getLast());
        assertThat(Heads.in(FiscalKeys.heads()).truncated(stopped)).isEmpty();
        assertThat(Heads.in(FiscalKeys.heads()).truncated(Link.before(restaurant, false)))
                .isPresent();
        life.start(null);
        Journals.append(transactions, journal, restaurant, 2);

        List<String> payloads = Journals.entries(restaurant).stream()
                .map(entry -> entry.entry().payload().toString())
                .toList();
        assertThat(first).isEqualTo(1);
        assertThat(payloads.get(1)).isEqualTo("{\"event\":\"STOPPED\"}");
        assertThat(payloads.get(2)).isEqualTo("{\"event\":\"STARTED\"}");
        assertThat(Journals.verify(restaurant, false).broken()).isNull();
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveAnything() throws Exception {
        Journals.append(transactions, journal, restaurant, 1);
        try (Connection connection = Backends.database();
                Statement statement = connection.createStatement()) {
            for (String change : List.of(
                    "UPDATE fiscal_entries SET signature = ''",
                    "DELETE FROM fiscal_entries",
                    "TRUNCATE fiscal_entries",
                    "TRUNCATE fiscal_entries, fiscal_chains CASCADE",
                    "DELETE FROM fiscal_chains",
                    "UPDATE fiscal_chains SET head_sequence = 0 WHERE restaurant_id = " + restaurant,
                    "UPDATE fiscal_chains SET training = true WHERE restaurant_id = " + restaurant,
                    "SET session_replication_role = replica; DELETE FROM fiscal_entries")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("fiscal journal");
            }
            assertThatThrownBy(() -> statement.execute("INSERT INTO fiscal_entries (document, hash, signature)"
                            + " SELECT document, hash, signature FROM fiscal_entries LIMIT 1"))
                    .hasMessageContaining("duplicate key");
        }
    }

    @Test
    void aClosingPutsTheHeadIntoTheFolder() throws Exception {
        Journals.append(transactions, journal, restaurant, 1);
        Journals.append(transactions, journal, restaurant, Kind.CLOSING, Map.of("total_cents", 1250));

        await().untilAsserted(
                        () -> assertThat(Files.isDirectory(FiscalKeys.heads())).isTrue());
        await().untilAsserted(
                        () -> assertThat(Heads.in(FiscalKeys.heads()).chains()).contains(restaurant));
    }

    private Ticket ticket() {
        return new Ticket(
                false,
                1,
                Ticket.Kind.SALE,
                restaurant,
                new Seller("Brasserie du Marché", "Brasserie du Marché SAS", "12345678200010", "12 quai, Lyon"),
                78,
                "12",
                2,
                "DINE_IN",
                Journals.INES,
                Journals.INES,
                LocalDate.of(2026, 11, 23),
                OffsetDateTime.now(ZoneOffset.UTC),
                null,
                "EUR",
                List.of(new Ticket.Line(4, "Entrecôte", 1, 2400, List.of("saignante"), 0, 2400, 1000)),
                0,
                2400,
                List.of(new VatShare(1000, 2182, 218, 2400)),
                List.of());
    }
}
