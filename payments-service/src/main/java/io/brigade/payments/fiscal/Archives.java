package io.brigade.payments.fiscal;

import io.brigade.fiscal.Hash;
import io.brigade.fiscal.Manifest;
import io.brigade.fiscal.SignedEntry;
import io.brigade.fiscal.SigningKey;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.SqlWork;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes archives: signs what they hold, and writes their making into the journal itself. */
@ApplicationScoped
class Archives {

    private static final long LONGEST_DAYS = 366;

    private final ArchiveStore store;
    private final ArchiveContent content;
    private final JournalStore entries;
    private final Chains chains;
    private final FiscalJournal journal;
    private final JournalKey key;
    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Answers answers;
    private final Pool pool;
    private final Vertx vertx;
    private final String software;

    @Inject
    Archives(
            ArchiveStore store,
            ArchiveContent content,
            JournalStore entries,
            Chains chains,
            FiscalJournal journal,
            JournalKey key,
            Transactions transactions,
            IdempotencyRecords idempotency,
            Answers answers,
            Pool pool,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.store = store;
        this.content = content;
        this.entries = entries;
        this.chains = chains;
        this.journal = journal;
        this.key = key;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.answers = answers;
        this.pool = pool;
        this.vertx = vertx;
        this.software = "brigade " + version;
    }

    /** Answers 201 with the archive; 400 for a period that does not exist or is too long. */
    Uni<Answer> make(WriteRequest write, NewArchive request) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        requirePeriod(request, write.caller().businessDate(now));
        return pool.withConnection(connection -> idempotency.find(write, new SqlWork(connection)))
                .chain(known -> known != null
                        ? Uni.createFrom().item(known)
                        : manifest(write.caller(), request, now)
                                .chain(manifest -> transactions.run(transaction -> idempotency.once(
                                        write, transaction, () -> keep(transaction, write.caller(), manifest)))));
    }

    private static void requirePeriod(NewArchive request, LocalDate today) {
        if (request.to().isBefore(request.from())) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        if (request.to().isAfter(today)) {
            throw ProblemException.invalid("to", "must not be in the future");
        }
        if (ChronoUnit.DAYS.between(request.from(), request.to()) >= LONGEST_DAYS) {
            throw ProblemException.invalid("to", "must be at most " + LONGEST_DAYS + " days from from");
        }
    }

    private Uni<Manifest> manifest(Caller caller, NewArchive request, Instant madeAt) {
        return chains.of(caller.restaurantId())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("journal of restaurant", caller.restaurantId()))
                .chain(chain -> entries.range(
                                chain.restaurantId(),
                                begin(caller, request.from()),
                                begin(caller, request.to().plusDays(1)))
                        .chain(range -> vertx.executeBlocking(() -> manifest(chain, request, range, madeAt), false)));
    }

    /** When the restaurant's own day begins. */
    private static Instant begin(Caller caller, LocalDate day) {
        return day.atTime(caller.dayCutoffHour(), 0).atZone(caller.timeZone()).toInstant();
    }

    private Manifest manifest(Chain chain, NewArchive request, JournalStore.Range range, Instant madeAt)
            throws IOException {
        boolean empty = range.last() == 0;
        long first = empty ? 1 : range.first();
        String previous = empty ? Hash.NONE : hashOf(chain, first - 1);
        return new Manifest(
                chain.restaurantId(),
                chain.siret(),
                chain.training(),
                request.from(),
                request.to(),
                madeAt,
                first,
                range.last(),
                previous,
                empty ? previous : hashOf(chain, range.last()),
                software,
                key.key().id(),
                content.hashes(
                        chain.restaurantId(),
                        first,
                        range.last(),
                        madeAt,
                        key.key().publicPem()));
    }

    private String hashOf(Chain chain, long sequence) {
        return entries
                .after(chain.restaurantId(), sequence - 1, sequence, 1)
                .await()
                .atMost(ArchiveContent.PATIENCE)
                .stream()
                .findFirst()
                .map(SignedEntry::hash)
                .orElse(Hash.NONE);
    }

    private Uni<Answer> keep(Transaction transaction, Caller caller, Manifest manifest) {
        SigningKey signing = key.key();
        ArchiveStore.Sealed sealed =
                new ArchiveStore.Sealed(manifest.document(), signing.sign(manifest.document()), signing.publicPem());
        Person person = Person.of(caller);
        return store.insert(transaction.connection(), manifest, sealed, person)
                .map(id -> Archive.of(id, manifest, manifest.madeAt().atOffset(ZoneOffset.UTC), person))
                .call(archive -> journal.append(transaction, entry(archive, manifest, caller.restaurantId())))
                .map(answers::created);
    }

    private static NewEntry entry(Archive archive, Manifest manifest, long restaurantId) {
        return new NewEntry(
                restaurantId,
                Kind.ARCHIVE,
                archive.madeAt(),
                archive.madeBy(),
                null,
                Map.of("archive", archive, "manifest_hash", Hash.of(manifest.document())));
    }

    /** The archive as a zip, written to whoever takes it. Blocks: never on an event loop. */
    void write(ArchiveStore.Sealed sealed, OutputStream out) throws IOException {
        Manifest manifest = Manifest.read(sealed.manifest());
        content.write(
                manifest.chain(), manifest.firstSequence(), manifest.lastSequence(), manifest.madeAt(), sealed, out);
    }
}
