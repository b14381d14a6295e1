package io.brigade.system;

import io.brigade.local.SuiteConfig;
import io.brigade.local.install.Prerequisites;
import io.brigade.local.install.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A clock for real processes, which they look at anew once a second: the machine's, moved by libfaketime. */
final class MovableClock {

    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final Path offset;

    /** Right until it is moved. Installs what moves it, where that is allowed. */
    MovableClock(Path folder) {
        Prerequisites.ensure(List.of(Requirement.FAKETIME), System.out::println);
        offset = folder.resolve("clock");
        move(Duration.ZERO);
    }

    /** The same suite; instances that are started by it have this clock. */
    SuiteConfig at(SuiteConfig config) {
        return config.with("LD_PRELOAD", library().toString())
                .with("FAKETIME_TIMESTAMP_FILE", offset.toString())
                .with("FAKETIME_CACHE_DURATION", "1")
                // What the JVM waits by stays its own: with a repair that it does not need it would wait for nothing.
                .with("DONT_FAKE_MONOTONIC", "1")
                .with("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** From now on it is that much ahead, or behind when that is negative. */
    void move(Duration ahead) {
        try {
            Path next = offset.resolveSibling("clock.next");
            Files.writeString(next, "%+d".formatted(ahead.toSeconds()));
            Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path library() {
        var matches = FileSystems.getDefault().getPathMatcher("glob:/usr/lib/*/faketime/libfaketimeMT.so.1");
        try (Stream<Path> files = Files.find(LIBRARIES, 3, (file, _) -> matches.matches(file))) {
            return files.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
