package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.brigade.local.Progress;
import io.brigade.local.Suite;
import io.brigade.local.install.Tools;
import io.brigade.local.process.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL's disk, here a small one in memory, becomes full and is made room on: {@code ./brigade chaos}. */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class FullDiskIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final Duration WHILE_FULL = Duration.ofSeconds(10);
    private static final long ROOM_BYTES = 256L << 20;

    private final Path data = SUITE.postgres().data();
    private final Path aside = data.resolveSibling("primary.aside");
    private final Path ballast = data.resolve("ballast");

    @BeforeEach
    void moveToASmallDisk() throws IOException {
        assumeTrue(Tools.isRoot(), "only the superuser mounts disks");
        SUITE.postgres().stop();
        Files.move(data, aside);
        Files.createDirectory(data);
        run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + (used(aside) + ROOM_BYTES), "tmpfs", data.toString());
        copy(aside, data);
        SUITE.up(Progress.silent());
    }

    @AfterEach
    void moveBack() throws IOException {
        SUITE.postgres().stop();
        Files.deleteIfExists(ballast);
        run("find", aside.toString(), "-mindepth", "1", "-delete");
        copy(data, aside);
        run("umount", data.toString());
        Files.delete(data);
        Files.move(aside, data);
        SUITE.up(Progress.silent());
    }

    @Test
    void writesAreRefusedUntilThereIsRoom() throws Exception {
        Hardship hardship = Hardship.during("PostgreSQL's disk full for 10 s", () -> {
            fill();
            LockSupport.parkNanos(WHILE_FULL.toNanos());
            makeRoom();
            SUITE.up(Progress.silent()); // PostgreSQL ends when it cannot write its log
        });

        hardship.keepsEveryPromise().refusesWithin(Duration.ofSeconds(5));
        assertThat(hardship.untilWritesWereBack()).isLessThan(Duration.ofSeconds(5));
        FiscalBooks.verified(SUITE);
    }

    /** Also what PostgreSQL frees meanwhile. */
    private void fill() {
        run("sh", "-c", "for i in 1 2 3; do cat /dev/zero >> '" + ballast + "' 2>/dev/null; sleep 1; done; true");
    }

    private void makeRoom() {
        try {
            Files.delete(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long used(Path folder) {
        return Long.parseLong(run("du", "-sb", folder.toString()).split("\\s", 2)[0]);
    }

    private static void copy(Path from, Path to) {
        run("cp", "-a", from + "/.", to.toString());
    }

    private static String run(String... command) {
        return Shell.run(command).orFail(String.join(" ", command));
    }
}
