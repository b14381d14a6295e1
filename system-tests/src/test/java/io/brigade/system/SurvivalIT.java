package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.brigade.local.Progress;
import io.brigade.local.Psql;
import io.brigade.local.ServiceInstance;
import io.brigade.local.Suite;
import io.brigade.local.install.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What happens to a restaurant at work when parts of the suite die, are replaced, or come and go: {@code ./brigade chaos}.
 * The figures are those of docs/resilience.md.
 */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class SurvivalIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final List<String> SERVICES = List.of("menu", "orders", "payments", "staff");
    private static final Duration WHILE_AWAY = Duration.ofSeconds(5);

    @AfterEach
    void startWhatWasKilled() {
        SUITE.up(Progress.silent());
    }

    @Test
    void oneInstanceOfEachServiceIsKilled() throws Exception {
        Hardship.during("kill -9 of one instance of each service", () -> instances(1)
                        .forEach(instance -> {
                            instance.kill();
                            pause(Duration.ofSeconds(2));
                            instance.start();
                        }))
                .fails(Hardship::repeatable)
                .keepsEveryPromise();
    }

    @Test
    void everythingIsRestartedOneByOne() throws Exception {
        Hardship.during("rolling restart", () -> SUITE.restart(Progress.silent()))
                .fails(_ -> true)
                .keepsEveryPromise();
    }

    @Test
    void instancesComeAndGo() throws Exception {
        Hardship.during("orders scaled to 3, to 1 and back to 2", () -> Stream.of(3, 1, 2)
                        .forEach(count -> {
                            SUITE.scale("orders", count, Progress.silent());
                            pause(Duration.ofSeconds(3));
                        }))
                .fails(_ -> true)
                .keepsEveryPromise();
    }

    @Test
    void redisIsKilledAndComesBack() throws Exception {
        Hardship.during("Redis away for 5 s", () -> {
                    SUITE.redis().kill();
                    pause(WHILE_AWAY);
                    SUITE.redis().start();
                })
                .fails(_ -> true)
                .keepsEveryPromise();
    }

    @Test
    void theDatabaseIsKilledAndComesBack() throws Exception {
        Hardship hardship = Hardship.during("PostgreSQL away for 5 s", () -> {
            SUITE.postgres().kill();
            pause(WHILE_AWAY);
            SUITE.postgres().start();
        });

        hardship.keepsEveryPromise().refusesWithin(Duration.ofSeconds(5));
        assertThat(hardship.untilWritesWereBack()).isLessThan(Duration.ofSeconds(5));
    }

    /** Its disk with it. The replica has all that was acknowledged, because acknowledging waits for it. */
    @Test
    void thePrimaryIsLostForGood() throws Exception {
        var waiting = new Suite(SUITE.config().with("BRIGADE_SYNCHRONOUS_COMMIT", "remote_apply"));
        waiting.restart(Progress.silent(), "postgres", "replica");
        try {
            Hardship hardship = Hardship.during("primary lost for good, failover", () -> {
                waiting.postgres().kill();
                delete(waiting.postgres().data());
                waiting.failover(Progress.silent());
            });

            hardship.keepsEveryPromise();
            assertThat(hardship.longestPauseOfWrites()).isLessThan(Duration.ofSeconds(30));
        } finally {
            SUITE.restart(Progress.silent(), "postgres");
        }
    }

    /** Those who watch: nobody at work needs them. */
    @Test
    void thoseWhoWatchAreAway() throws Exception {
        Hardship.during("Prometheus and Alertmanager away for 5 s", () -> {
                    SUITE.prometheus().kill();
                    SUITE.alertmanager().kill();
                    pause(WHILE_AWAY);
                    SUITE.up(Progress.silent(), "prometheus", "alertmanager");
                })
                .fails(_ -> true)
                .keepsEveryPromise();
    }

    /** First tables can't grow, then there is no room for the log of changes either, which ends PostgreSQL. */
    @Test
    void theDatabasesDiskIsFull() throws Exception {
        assumeTrue(Tools.isRoot(), "only root can mount a small disk");
        SUITE.postgres().stop();
        try (var disk = SmallDisk.under(SUITE.postgres().data())) {
            SUITE.up(Progress.silent());
            Hardship hardship = Hardship.during("the database's disk full for 10 s", () -> {
                disk.fill();
                pause(WHILE_AWAY);
                useUpTheLog();
                pause(WHILE_AWAY);
                disk.makeRoom();
                SUITE.up(Progress.silent());
            });

            hardship.keepsEveryPromise().refusesWithin(Duration.ofSeconds(5));
            assertThat(hardship.untilWritesWereBack()).isLessThan(Duration.ofSeconds(5));
            SUITE.postgres().stop();
        }
    }

    /** What was prepared for changes to come is full of changes. */
    private static void useUpTheLog() {
        Psql.of(SUITE.postgres().asAdmin(), "postgres").run("""
                SELECT pg_logical_emit_message(false, 'ballast', repeat('x', 1000000)) FROM generate_series(1, 500);
                """);
    }

    private static Stream<ServiceInstance> instances(int number) {
        return SERVICES.stream().map(service -> SUITE.service(service).instance(number));
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
