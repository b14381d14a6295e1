package io.brigade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Makes the replica the primary, under the primary's address, and copies a new replica from it. The former primary can
 * come back under no circumstances: its data stand aside. May be repeated after an interruption.
 */
final class Failover {

    private final PostgresPrimary primary;
    private final PostgresReplica replica;

    Failover(PostgresPrimary primary, PostgresReplica replica) {
        this.primary = primary;
        this.replica = replica;
    }

    void run(Progress progress) {
        if (!Files.exists(replica.data().resolve("standby.signal"))) {
            throw new SuiteException("There is no replica that could take over: " + replica.data()
                    + " is missing or not a copy.\nGo back to a backup: ./brigade restore");
        }
        endPrimary(progress);
        replica.stop();
        progress.stopped(replica);
        var aside = SetAside.of(primary.data(), "lost");
        aside.ifPresent(path -> progress.working("the former primary's data now stand in " + path));
        move(replica.data(), primary.data());
        start(primary, progress);
        start(replica, progress);
    }

    /** In good order when it can: then the replica gets its last changes. */
    private void endPrimary(Progress progress) {
        if (primary.process().isEmpty()) {
            return;
        }
        if (primary.isReady()) {
            primary.stop();
        } else {
            primary.kill();
        }
        progress.stopped(primary);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new SuiteException("Cannot move " + from + " to " + to + ".", e);
        }
    }

    private static void start(Component component, Progress progress) {
        var begin = System.nanoTime();
        component.start();
        progress.ready(component, Duration.ofNanos(System.nanoTime() - begin));
    }
}
