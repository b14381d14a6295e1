package io.brigade.payments.fiscal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.fiscal.Entry;
import io.brigade.fiscal.SignedEntry;
import io.brigade.payments.book.Ticket;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Chains, signs and writes entries: two short statements, and a signature of a fraction of a millisecond. */
@Startup // its meter is there from the start
@ApplicationScoped
class FiscalJournal implements Journal {

    private final Chains chains;
    private final JournalKey key;
    private final HeadKeeper heads;
    private final ObjectMapper json;
    private final String software;
    private final Counter written;

    @Inject
    FiscalJournal(
            Chains chains,
            JournalKey key,
            HeadKeeper heads,
            ObjectMapper json,
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.chains = chains;
        this.key = key;
        this.heads = heads;
        this.json = json;
        this.software = "brigade " + version;
        this.written = Counter.builder("fiscal.journal.entries")
                .description("Entries written into the fiscal journal")
                .register(registry);
    }

    @Override
    public Uni<Turn> turn(Transaction transaction, long restaurantId) {
        return chains.lock(transaction.connection(), restaurantId).map(chain -> new TurnOf(transaction, chain));
    }

    /** Appends by somebody who knows the restaurant's SIRET: the chain keeps the first that it is told. */
    Uni<List<Written>> append(Transaction transaction, List<NewEntry> entries, @Nullable String siret) {
        return chains.lock(transaction.connection(), entries.getFirst().restaurantId())
                .chain(chain -> append(transaction, entries, chain.knowing(siret)));
    }

    private final class TurnOf implements Turn {

        private final Transaction transaction;
        private final Chain chain;

        TurnOf(Transaction transaction, Chain chain) {
            this.transaction = transaction;
            this.chain = chain;
        }

        @Override
        public boolean isTraining() {
            return chain.training();
        }

        @Override
        public Uni<List<Written>> append(List<NewEntry> entries) {
            return FiscalJournal.this.append(transaction, entries, chain.knowing(siret(entries)));
        }
    }

    /** A ticket tells it. */
    private static @Nullable String siret(List<NewEntry> entries) {
        return entries.stream()
                .map(NewEntry::payload)
                .filter(Ticket.class::isInstance)
                .map(payload -> ((Ticket) payload).seller().siret())
                .findFirst()
                .orElse(null);
    }

    private Uni<List<Written>> append(Transaction transaction, List<NewEntry> entries, Chain locked) {
        List<SignedEntry> signed = new ArrayList<>();
        List<Written> written = new ArrayList<>();
        Chain chain = locked;
        for (NewEntry entry : entries) {
            OffsetDateTime recordedAt = now(chain);
            SignedEntry next = SignedEntry.of(document(entry, chain, recordedAt), key.key());
            chain = chain.grown(next.hash(), recordedAt);
            signed.add(next);
            written.add(new Written(chain.headSequence(), next.hash()));
        }
        return chains.grow(transaction.connection(), chain, signed)
                .invoke(() -> transaction.afterCommit(() -> appended(entries)))
                .replaceWith(List.copyOf(written));
    }

    private Entry document(NewEntry entry, Chain chain, OffsetDateTime recordedAt) {
        @Nullable Person operator = entry.operator();
        return new Entry(
                chain.restaurantId(),
                chain.siret(),
                chain.training(),
                chain.headSequence() + 1,
                entry.kind().name(),
                entry.occurredAt().toInstant(),
                recordedAt.toInstant(),
                entry.device(),
                operator == null ? null : new Entry.Operator(operator.staffId(), operator.name()),
                software,
                json.valueToTree(entry.payload()),
                chain.headHash(),
                key.key().id());
    }

    private void appended(List<NewEntry> entries) {
        written.increment(entries.size());
        if (entries.stream().anyMatch(entry -> entry.kind() == Kind.CLOSING)) {
            heads.keepSoon(List.of(entries.getFirst().restaurantId()));
        }
    }

    /** Two machines' clocks differ a little: the chain's time stands still rather than go back. */
    private static OffsetDateTime now(Chain chain) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(chain.headRecordedAt()) ? chain.headRecordedAt() : now;
    }
}
