package io.brigade.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void begin() throws IOException {
        log = Files.writeString(folder.resolve("a.log"), "un\ndeux\ntrois, café\n");
    }

    @Test
    void showsTheLastLinesIncludingAnUnfinishedOne() throws IOException {
        append("quatre");

        assertThat(LogTail.lastLines(log, 2)).containsExactly("trois, café", "quatre");
    }

    @Test
    void hasNoLinesWhereThereIsNoFile() {
        assertThat(LogTail.lastLines(folder.resolve("none.log"), 5)).isEmpty();
    }

    @Test
    void followsFromTheEndLineByLine() throws IOException {
        var tail = new LogTail(log);
        append("qua");
        assertThat(tail.newLines()).isEmpty();
        append("tre é\ncinq\n");
        assertThat(tail.newLines()).containsExactly("quatre é", "cinq");
        assertThat(tail.newLines()).isEmpty();
    }

    @Test
    void followsAFileThatWasBegunAnew() throws IOException {
        var tail = new LogTail(log);
        Files.writeString(log, "neuf\n");

        assertThat(tail.newLines()).containsExactly("neuf");
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
