package io.brigade.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorsTest {

    private static final int OURS = Runtime.getRuntime().availableProcessors();

    @TempDir
    Path folder;

    private TrackedProcess process;

    @BeforeEach
    void start() {
        assumeTrue(OURS > 1 && Files.exists(Path.of("/proc/self/status")), "nothing can be halved here");
        process = new TrackedProcess(folder.resolve("sleep.pid"), folder);
        process.launch(Processors.half(
                new Launch(List.of("sleep", "60"), Map.of("COLOUR", "red"), folder.resolve("sleep.log"))));
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.kill();
        }
    }

    @Test
    void keepsWhatStartsToHalf() throws IOException {
        Patience.until(Duration.ofSeconds(5), this::isSleeping);

        assertThat(processors()).isEqualTo(OURS / 2);
    }

    @Test
    void letsItUseAllInTheEnd() throws IOException {
        Patience.until(Duration.ofSeconds(5), this::isSleeping);

        Processors.all(process.running().orElseThrow());

        assertThat(processors()).isEqualTo(OURS);
    }

    private boolean isSleeping() {
        try {
            return Files.readString(proc("comm")).startsWith("sleep");
        } catch (IOException gone) {
            return false;
        }
    }

    private int processors() throws IOException {
        var mask = Files.readAllLines(proc("status")).stream()
                .filter(line -> line.startsWith("Cpus_allowed:"))
                .findFirst()
                .orElseThrow();
        return mask.substring("Cpus_allowed:".length())
                .chars()
                .map(digit -> Character.digit(digit, 16))
                .filter(digit -> digit > 0)
                .map(Integer::bitCount)
                .sum();
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(process.running().orElseThrow().pid()), file);
    }
}
