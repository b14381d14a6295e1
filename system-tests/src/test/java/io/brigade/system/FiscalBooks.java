package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.fiscal.Entry;
import io.brigade.fiscal.Heads;
import io.brigade.fiscal.SignedEntry;
import io.brigade.fiscal.TrustedKeys;
import io.brigade.fiscal.Verifier;
import io.brigade.local.JournalDatabase;
import io.brigade.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the fiscal journals in the database say, read while they are verified as {@code ./brigade verify-journal
 * --database} does it.
 *
 * @param payments amount by payment
 * @param tickets total by order
 * @param orders order by payment
 * @param entries how many were verified
 */
record FiscalBooks(Map<Long, Long> payments, Map<Long, Long> tickets, Map<Long, Long> orders, AtomicLong entries) {

    /** Fails when a journal is broken, or tells of a payment twice. */
    static FiscalBooks verified(Suite suite) throws IOException {
        var trusted =
                TrustedKeys.read(Files.readString(suite.secrets().fiscalKeys().publicKey()));
        var database = new JournalDatabase(suite.database());
        var verifier = new Verifier(
                trusted, database.enclosedKeys(), Heads.in(suite.state().fiscalHeads()));
        var books = new FiscalBooks(new HashMap<>(), new HashMap<>(), new HashMap<>(), new AtomicLong());
        for (JournalDatabase.Chain chain : database.chains()) {
            Verifier.Result result =
                    database.entries(chain, entries -> verifier.verifyWhole(chain.start(), books.reading(entries)));
            assertThat(result.broken()).isNull();
            assertThat(result.last().sequence()).isEqualTo(chain.headSequence());
            assertThat(result.last().hash()).isEqualTo(chain.headHash());
        }
        return books;
    }

    private Iterator<SignedEntry> reading(Iterator<SignedEntry> entries) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public SignedEntry next() {
                SignedEntry next = entries.next();
                note(next.entry());
                return next;
            }
        };
    }

    private void note(Entry entry) {
        entries.incrementAndGet();
        long order = entry.payload().path("order_id").asLong();
        switch (entry.kind()) {
            case "PAYMENT" -> {
                long payment = entry.payload().path("payment_id").asLong();
                orders.put(payment, order);
                assertThat(payments.put(
                                payment, entry.payload().path("amount_cents").asLong()))
                        .as("payment %d, told before", payment)
                        .isNull();
            }
            case "TICKET" ->
                tickets.merge(order, entry.payload().path("total_cents").asLong(), Long::sum);
            default -> {}
        }
    }
}
