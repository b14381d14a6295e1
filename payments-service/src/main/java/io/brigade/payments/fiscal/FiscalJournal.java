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
    private final Counter entries;

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
        this.entries = Counter.builder("fiscal.journal.entries")
                .description("Entries written into the fiscal journal")
                .register(registry);
    }

    @Override
    public Uni<Written> append(Transaction transaction, NewEntry entry) {
        return append(
                transaction,
                entry,
                entry.payload() instanceof Ticket ticket ? ticket.seller().siret() : null);
    }

    /** The same, by somebody who knows the restaurant's SIRET: the chain keeps the first that it is told. */
    Uni<Written> append(Transaction transaction, NewEntry entry, @Nullable String siret) {
        return chains.lock(transaction.connection(), entry.restaurantId())
                .chain(chain -> append(transaction, entry, chain, chain.siret() == null ? siret : chain.siret()));
    }

    private Uni<Written> append(Transaction transaction, NewEntry entry, Chain chain, @Nullable String siret) {
        OffsetDateTime recordedAt = now(chain);
        SignedEntry signed = SignedEntry.of(document(entry, chain, siret, recordedAt), key.key());
        return chains.grow(transaction.connection(), chain, signed, recordedAt, siret)
                .invoke(() -> transaction.afterCommit(() -> appended(entry)))
                .replaceWith(new Written(chain.headSequence() + 1, signed.hash()));
    }

    private Entry document(NewEntry entry, Chain chain, @Nullable String siret, OffsetDateTime recordedAt) {
        @Nullable Person operator = entry.operator();
        return new Entry(
                chain.restaurantId(),
                siret,
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

    private void appended(NewEntry entry) {
        entries.increment();
        if (entry.kind() == Kind.CLOSING) {
            heads.keepSoon(List.of(entry.restaurantId()));
        }
    }

    /** Two machines' clocks differ a little: the chain's time stands still rather than go back. */
    private static OffsetDateTime now(Chain chain) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(chain.headRecordedAt()) ? chain.headRecordedAt() : now;
    }
}
