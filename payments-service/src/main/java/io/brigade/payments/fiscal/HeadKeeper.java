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
import org.jspecify.annotations.Nullable;

/**
 * Writes each chain's head into a folder outside of the database, after each closing and once a day: the verifier then
 * sees a journal that was cut off or restored from an older copy.
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
        Multi.createFrom()
                .iterable(restaurants)
                .onItem()
                .transformToUniAndConcatenate(this::keep)
                .collect()
                .last()
                .subscribe()
                .with(_ -> {}, failure -> LOG.error("the head of a fiscal chain could not be kept")
                        .with("reason", failure)
                        .write());
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

    private Uni<Void> keep(long restaurantId) {
        return folder.isEmpty()
                ? Uni.createFrom().voidItem()
                : chains.of(restaurantId).chain(chain -> keep(folder.get(), chain));
    }

    private Uni<Void> keep(Path into, @Nullable Chain chain) {
        if (chain == null || chain.headSequence() == 0) {
            return Uni.createFrom().voidItem();
        }
        return vertx.executeBlocking(
                        () -> {
                            write(into, chain);
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
