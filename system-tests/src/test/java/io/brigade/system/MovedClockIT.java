package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.local.Progress;
import io.brigade.local.ServiceInstance;
import io.brigade.local.Suite;
import io.brigade.local.SuiteConfig;
import io.brigade.local.install.Prerequisites;
import io.brigade.local.install.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The clock of instances jumps while they work, by libfaketime: {@code ./brigade chaos}. */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class MovedClockIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final Duration WHILE_MOVED = Duration.ofSeconds(8);
    private static final int UNAVAILABLE = 503;

    @TempDir
    private Path folder;

    private List<ServiceInstance> moved;

    @BeforeEach
    void startTwoWhoseClockCanBeMoved() throws IOException {
        Prerequisites.ensure(List.of(Requirement.FAKETIME), System.out::println);
        move("+0s");
        SuiteConfig config = SUITE.config()
                .with("LD_PRELOAD", library().toString())
                .with("FAKETIME_TIMESTAMP_FILE", file().toString())
                .with("FAKETIME_CACHE_DURATION", "1")
                .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                .with("DONT_FAKE_MONOTONIC", "1");
        var suite = new Suite(config);
        moved = Stream.of("orders", "payments")
                .map(service -> suite.service(service).instance(2))
                .toList();
        moved.forEach(instance -> {
            instance.stop();
            instance.start();
        });
    }

    @AfterEach
    void startThemAsTheyWere() {
        moved.forEach(ServiceInstance::stop);
        SUITE.up(Progress.silent());
    }

    @Test
    void anInstanceBeforeItsTimeBooksNothing() throws Exception {
        isLeftOut("+2h");
    }

    @Test
    void anInstanceBehindItsTimeBooksNothing() throws Exception {
        isLeftOut("-2h");
    }

    private void isLeftOut(String jump) throws Exception {
        Hardship.during("clocks of orders-2 and payments-2 moved by " + jump, () -> {
                    move(jump);
                    LockSupport.parkNanos(WHILE_MOVED.toNanos());
                    moved.forEach(instance -> assertThat(ready(instance)).isEqualTo(UNAVAILABLE));
                    move("+0s");
                })
                .fails(Hardship::repeatable)
                .keepsEveryPromise();

        moved.forEach(instance -> assertThat(ready(instance)).isEqualTo(200));
        FiscalBooks.verified(SUITE);
    }

    private static int ready(ServiceInstance instance) {
        URI address = instance.managementUrl().resolve("/ready");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void move(String jump) {
        try {
            Path draft = folder.resolve("draft");
            Files.writeString(draft, jump + "\n");
            Files.move(draft, file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve("clock");
    }

    /** Debian puts it below the folder of the processor's architecture. */
    private static Path library() throws IOException {
        try (Stream<Path> files = Files.find(
                Path.of("/usr/lib"), 3, (path, _) -> path.endsWith(Path.of("faketime", "libfaketime.so.1")))) {
            return files.findFirst().orElseThrow();
        }
    }
}
