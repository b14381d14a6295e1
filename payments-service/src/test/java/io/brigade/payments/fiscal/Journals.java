package io.brigade.payments.fiscal;

import io.brigade.fiscal.Heads;
import io.brigade.fiscal.Link;
import io.brigade.fiscal.SignedEntry;
import io.brigade.fiscal.TrustedKeys;
import io.brigade.fiscal.Verifier;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transactions;
import io.quarkus.vertx.VertxContextSupport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes into journals and looks at them behind the API. */
final class Journals {

    static final Person INES = new Person(103, "Inès");

    private Journals() {}

    static long append(Transactions transactions, Journal journal, long restaurant, Kind kind, Object payload) {
        NewEntry entry = new NewEntry(restaurant, kind, OffsetDateTime.now(ZoneOffset.UTC), INES, "Caisse 1", payload);
        try {
            return VertxContextSupport.subscribeAndAwait(
                            () -> transactions.run(transaction -> journal.append(transaction, entry)))
                    .number();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    static long append(Transactions transactions, Journal journal, long restaurant, int number) {
        return append(
                transactions, journal, restaurant, Kind.PAYMENT, Map.of("payment_id", number, "amount_cents", 1250));
    }

    static List<SignedEntry> entries(long restaurant) throws SQLException {
        try (Connection connection = Backends.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT document, hash, signature FROM fiscal_entries"
                        + " WHERE restaurant_id = " + restaurant + " ORDER BY sequence")) {
            List<SignedEntry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(new SignedEntry(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            return entries;
        }
    }

    static Verifier.Result verify(long restaurant, boolean training) throws SQLException {
        return new Verifier(FiscalKeys.trusted(), TrustedKeys.none(), Heads.of())
                .verifyWhole(
                        Link.before(restaurant, training), entries(restaurant).iterator());
    }

    /** What somebody with all rights can do who takes the triggers away. */
    static void tamper(String statement) throws SQLException {
        try (Connection connection = Backends.database();
                Statement sql = connection.createStatement()) {
            sql.execute("ALTER TABLE fiscal_entries DISABLE TRIGGER ALL");
            sql.execute("ALTER TABLE fiscal_chains DISABLE TRIGGER ALL");
            try {
                sql.execute(statement);
            } finally {
                sql.execute("ALTER TABLE fiscal_entries ENABLE ALWAYS TRIGGER fiscal_entries_stay");
                sql.execute("ALTER TABLE fiscal_chains ENABLE ALWAYS TRIGGER fiscal_chains_stay");
                sql.execute("ALTER TABLE fiscal_chains ENABLE ALWAYS TRIGGER fiscal_chains_grow");
            }
        }
    }
}
