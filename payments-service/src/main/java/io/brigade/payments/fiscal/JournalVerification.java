package io.brigade.payments.fiscal;

import io.brigade.fiscal.Fault;
import io.brigade.fiscal.Finding;
import io.brigade.fiscal.Heads;
import io.brigade.fiscal.Link;
import io.brigade.fiscal.SignedEntry;
import io.brigade.fiscal.TrustedKeys;
import io.brigade.fiscal.Verifier;
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

    private final JournalStore entries;
    private final JournalKey key;
    private final Vertx vertx;
    private final Optional<Path> headsFolder;

    @Inject
    JournalVerification(JournalStore entries, JournalKey key, Vertx vertx, FiscalConfig config) {
        this.entries = entries;
        this.key = key;
        this.vertx = vertx;
        this.headsFolder = config.headsFolder();
    }

    /** How far one reading went. */
    private record Reading(long checked, long to, @Nullable Finding broken) {}

    /** Verifies and keeps nothing; {@code last} tells where to go on. */
    Uni<Verification> verify(Chain chain, @Nullable Verification last) {
        long verifiedTo = last == null ? 0 : last.verifiedTo();
        long recheckedTo = last == null || last.recheckedTo() >= verifiedTo ? 0 : last.recheckedTo();
        return heads().chain(heads -> read(chain, heads, verifiedTo, chain.headSequence(), MOST)
                .chain(news -> {
                    int left = MOST - Math.toIntExact(news.checked());
                    return news.broken() != null || left == 0 || verifiedTo == 0
                            ? Uni.createFrom().item(result(chain, news, recheckedTo, 0))
                            : read(chain, heads, recheckedTo, verifiedTo, left).map(old -> result(chain, news, old));
                }));
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
        Verifier verifier = new Verifier(key.trusted(), TrustedKeys.none(), heads);
        Link start;
        List<SignedEntry> next = rows;
        if (after == 0) {
            start = chain.start();
        } else if (rows.isEmpty()) {
            return new Reading(0, after - 1, new Finding(chain.restaurantId(), after, Fault.TRUNCATED));
        } else {
            try {
                start = Link.after(rows.getFirst());
            } catch (IllegalArgumentException unreadable) {
                return new Reading(0, after - 1, new Finding(chain.restaurantId(), after, Fault.EDITED));
            }
            if (start.sequence() != after) {
                return new Reading(0, after - 1, new Finding(chain.restaurantId(), start.sequence(), Fault.REMOVED));
            }
            next = rows.subList(1, rows.size());
        }
        Verifier.Result result = verifier.verify(start, next.iterator());
        Reading reading = new Reading(result.checked(), result.last().sequence(), result.broken());
        return reading.broken() != null || result.checked() == most || reading.to() == upTo
                ? end(chain, heads, reading, result.last(), upTo)
                : new Reading(
                        reading.checked(),
                        reading.to(),
                        new Finding(chain.restaurantId(), reading.to() + 1, Fault.TRUNCATED));
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

    private Uni<Heads> heads() {
        return vertx.executeBlocking(() -> readHeads(headsFolder), false);
    }

    private static Heads readHeads(Optional<Path> folder) throws IOException {
        return folder.isPresent() && Files.isDirectory(folder.get()) ? Heads.in(folder.get()) : Heads.of();
    }
}
