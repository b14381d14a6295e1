package io.brigade.payments.fiscal;

import io.brigade.fiscal.Fault;
import io.brigade.fiscal.Finding;
import io.brigade.fiscal.Heads;
import io.brigade.fiscal.Link;
import io.brigade.fiscal.SignedEntry;
import io.brigade.fiscal.TrustedKeys;
import io.brigade.fiscal.Verifier;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a bounded number of entries: first those that came since last time, then older ones again, round and round, so
 * that a change in an old one is seen too.
 */
@ApplicationScoped
class JournalVerification {

    /** About a second of one core. */
    static final int MOST = 2_000;

    private final Chains chains;
    private final JournalStore entries;
    private final JournalKey key;
    private final Vertx vertx;
    private final Optional<Path> headsFolder;

    @Inject
    JournalVerification(Chains chains, JournalStore entries, JournalKey key, Vertx vertx, FiscalConfig config) {
        this.chains = chains;
        this.entries = entries;
        this.key = key;
        this.vertx = vertx;
        this.headsFolder = config.headsFolder();
    }

    /** How far one reading went. */
    private record Reading(long checked, long to, @Nullable Finding broken) {}

    /**
     * Verifies and keeps nothing; {@code last} tells where to go on. Heads are read before the chain: they are written
     * after it, so that none can be ahead of an honest one.
     */
    Uni<Verification> verify(long restaurantId, @Nullable Verification last) {
        return heads(restaurantId).chain(kept -> chains.of(restaurantId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("journal of restaurant", restaurantId))
                .chain(chain -> verify(chain, kept, last)));
    }

    private Uni<Verification> verify(Chain chain, Kept kept, @Nullable Verification last) {
        long verifiedTo = last == null ? 0 : last.verifiedTo();
        long recheckedTo = last == null || last.recheckedTo() >= verifiedTo ? 0 : last.recheckedTo();
        return kept.forged() != null
                ? Uni.createFrom().item(result(chain, new Reading(0, verifiedTo, kept.forged()), recheckedTo, 0))
                : verify(chain, kept.heads(), verifiedTo, recheckedTo);
    }

    private Uni<Verification> verify(Chain chain, Heads heads, long verifiedTo, long recheckedTo) {
        return read(chain, heads, verifiedTo, chain.headSequence(), MOST).chain(news -> {
            int left = MOST - Math.toIntExact(news.checked());
            return news.broken() != null || left == 0 || verifiedTo == 0
                    ? Uni.createFrom().item(result(chain, news, recheckedTo, 0))
                    : read(chain, heads, recheckedTo, verifiedTo, left).map(old -> result(chain, news, old));
        });
    }

    private static Verification result(Chain chain, Reading news, Reading old) {
        Reading found = old.broken() == null ? news : new Reading(news.checked(), news.to(), old.broken());
        return result(chain, found, old.to(), old.checked());
    }

    private static Verification result(Chain chain, Reading news, long recheckedTo, long rechecked) {
        @Nullable Finding broken = news.broken();
        return new Verification(
                broken != null,
                news.checked() + rechecked,
                news.to(),
                recheckedTo,
                chain.headSequence(),
                OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS),
                broken == null ? null : Verification.broken(broken.sequence(), broken.fault()));
    }

    /** Also reads the entry before, which the first one has to fit. */
    private Uni<Reading> read(Chain chain, Heads heads, long after, long upTo, int most) {
        long from = Math.max(0, after - 1);
        int before = after == 0 ? 0 : 1;
        return entries.after(chain.restaurantId(), from, upTo, most + before)
                .chain(rows -> vertx.executeBlocking(() -> check(chain, heads, after, upTo, most, rows), false));
    }

    private Reading check(Chain chain, Heads heads, long after, long upTo, int most, List<SignedEntry> rows) {
        @Nullable Fault noStart = after == 0 ? null : faultOfStart(after, rows);
        if (noStart != null) {
            return new Reading(0, after - 1, new Finding(chain.restaurantId(), after, noStart));
        }
        Link start = after == 0 ? chain.start() : Link.after(rows.getFirst());
        List<SignedEntry> next = after == 0 ? rows : rows.subList(1, rows.size());
        Verifier.Result result = new Verifier(key.trusted(), TrustedKeys.none(), heads).verify(start, next.iterator());
        Reading reading = new Reading(result.checked(), result.last().sequence(), result.broken());
        boolean reachedItsEnd = result.checked() == most || reading.to() == upTo;
        return reading.broken() != null || reachedItsEnd
                ? end(chain, heads, reading, result.last(), upTo)
                : new Reading(
                        reading.checked(),
                        reading.to(),
                        new Finding(chain.restaurantId(), reading.to() + 1, Fault.TRUNCATED));
    }

    /** The entry before was verified once and may have been tampered with since. */
    private static @Nullable Fault faultOfStart(long sequence, List<SignedEntry> rows) {
        if (rows.isEmpty()) {
            return Fault.TRUNCATED;
        }
        try {
            return rows.getFirst().entry().sequence() == sequence ? null : Fault.REMOVED;
        } catch (IllegalArgumentException unreadable) {
            return Fault.EDITED;
        }
    }

    /** At the head: it has to be the one that the chain itself knows, and none that was kept may lie beyond. */
    private static Reading end(Chain chain, Heads heads, Reading reading, Link last, long upTo) {
        if (reading.broken() != null || reading.to() != chain.headSequence() || upTo != chain.headSequence()) {
            return reading;
        }
        Finding rewritten = new Finding(chain.restaurantId(), reading.to(), Fault.REWRITTEN);
        return new Reading(
                reading.checked(),
                reading.to(),
                last.hash().equals(chain.headHash()) ? heads.truncated(last).orElse(null) : rewritten);
    }

    /** The heads in the folder; and the first of this chain that no trusted key signed. */
    private record Kept(Heads heads, @Nullable Finding forged) {}

    private Uni<Kept> heads(long restaurantId) {
        return vertx.executeBlocking(
                () -> {
                    Heads heads = readHeads(headsFolder);
                    return new Kept(
                            heads, heads.forged(restaurantId, key.trusted()).orElse(null));
                },
                false);
    }

    private static Heads readHeads(Optional<Path> folder) throws IOException {
        return folder.isPresent() && Files.isDirectory(folder.get()) ? Heads.in(folder.get()) : Heads.of();
    }
}
