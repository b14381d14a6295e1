package io.brigade.local.process;

import static org.assertj.core.api.Assertions.assertThat;

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

class TrackedProcessTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Path pidFile;
    private TrackedProcess process;

    @BeforeEach
    void track() {
        pidFile = folder.resolve("some.pid");
        process = new TrackedProcess(pidFile, folder);
    }

    @AfterEach
    void end() {
        process.kill();
    }

    @Test
    void isFoundAgainByItsPidFile() {
        launch("exec sleep 60");

        assertThat(new TrackedProcess(pidFile, folder).running())
                .hasValueSatisfying(found -> assertThat(found.isAlive()).isTrue());
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTakenForIt() throws IOException {
        launch("exec sleep 60");
        var identity = Files.readString(pidFile).split(" ", 2)[1];
        process.kill();

        Files.writeString(pidFile, ProcessHandle.current().pid() + " " + identity);

        assertThat(process.running()).isEmpty();
    }

    @Test
    void exitsInItsOwnTimeWhenAsked() {
        launch("trap 'echo finished; exit 0' TERM; echo begun; while true; do sleep 0.05; done");
        Patience.until(LONG, () -> log().contains("begun"));

        process.stop("TERM", LONG);

        assertThat(process.running()).isEmpty();
        assertThat(log()).contains("finished");
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void isKilledWhenItDoesNotListen() {
        launch("trap '' TERM; echo begun; while true; do sleep 0.05; done");
        Patience.until(LONG, () -> log().contains("begun"));

        process.stop("TERM", Duration.ofMillis(200));

        assertThat(process.running()).isEmpty();
    }

    @Test
    void workersOfAMasterThatSomeoneKilledAreEnded() throws IOException {
        launch("sleep 60 & echo $! > worker; wait");
        var worker = folder.resolve("worker");
        Patience.until(LONG, () -> Files.exists(worker) && worker.toFile().length() > 1);
        var pid = Long.parseLong(Files.readString(worker).strip());
        process.running().orElseThrow().destroyForcibly();
        Patience.until(LONG, () -> process.running().isEmpty());

        process.endOrphans();

        assertThat(ProcessIdentity.of(pid)).isEmpty();
    }

    private void launch(String script) {
        process.launch(new Launch(List.of("bash", "-c", script), Map.of(), folder.resolve("log")));
    }

    private String log() {
        return String.join("\n", LogTail.lastLines(folder.resolve("log"), 10));
    }
}
