package io.brigade.payments.fiscal;

import io.brigade.fiscal.Head;
import io.brigade.fiscal.Heads;
import io.brigade.platform.log.StepLog;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes each chain's head into a folder outside of the database, after each closing, once a day, and when an
 * instance stops: the verifier then sees a journal that was cut off or restored from an older copy.
 */
@ApplicationScoped
class HeadKeeper {

    private static final StepLog LOG = StepLog.of(HeadKeeper.class);
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final Chains chains;
    private final JournalKey key;
    private final Vertx vertx;
    private final Optional<Path> folder;
    private final Map<Long, LocalDate> keptOn = new ConcurrentHashMap<>();

    @Inject
    HeadKeeper(Chains chains, JournalKey key, Vertx vertx, FiscalConfig config) {
        this.chains = chains;
        this.key = key;
        this.vertx = vertx;
        this.folder = config.headsFolder();
    }

    void start(@Observes StartupEvent starting) {
        if (folder.isEmpty()) {
            LOG.warn("brigade.fiscal.heads-folder is not set: a journal that was cut off would not be seen")
                    .write();
            return;
        }
        vertx.setPeriodic(LOOK.toMillis(), _ -> keepDaily());
    }

    /** Returns at once; what fails is logged and made up for within the day. */
    void keepSoon(Collection<Long> restaurants) {
        Uni<Void> kept = folder.isEmpty()
                ? Uni.createFrom().voidItem()
                : eachOf(restaurants, restaurant -> chains.of(restaurant).chain(this::keep));
        kept.subscribe().with(_ -> {}, HeadKeeper::notKept);
    }

    /** All heads as they are now. Does not fail: what goes wrong is logged. */
    Uni<Void> keepAll() {
        return folder.isEmpty()
                ? Uni.createFrom().voidItem()
                : chains.all()
                        .chain(all -> eachOf(all, this::keep))
                        .onFailure()
                        .invoke(HeadKeeper::notKept)
                        .onFailure()
                        .recoverWithNull();
    }

    private static <T> Uni<Void> eachOf(Collection<T> all, Function<? super T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static void notKept(Throwable failure) {
        LOG.error("the head of a fiscal chain could not be kept")
                .with("reason", failure)
                .write();
    }

    private void keepDaily() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        chains.all()
                .map(all -> all.stream()
                        .map(Chain::restaurantId)
                        .filter(id -> !today.equals(keptOn.get(id)))
                        .toList())
                .subscribe()
                .with(this::keepSoon, _ -> {}); // the database is away: later
    }

    private Uni<Void> keep(@Nullable Chain chain) {
        if (chain == null || chain.headSequence() == 0) {
            return Uni.createFrom().voidItem();
        }
        return vertx.executeBlocking(
                        () -> {
                            write(folder.orElseThrow(), chain);
                            return true;
                        },
                        false)
                .replaceWithVoid();
    }

    private void write(Path into, Chain chain) throws IOException {
        Heads.keep(into, Head.of(chain.head(), key.key()));
        keptOn.put(chain.restaurantId(), LocalDate.now(ZoneOffset.UTC));
    }
}
