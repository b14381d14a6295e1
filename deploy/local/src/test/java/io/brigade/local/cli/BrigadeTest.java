package io.brigade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BrigadeTest {

    @Test
    void theUsageNamesEveryCommand() {
        var out = new StringWriter();

        var exitCode = Brigade.commandLine().setOut(new PrintWriter(out)).execute();

        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .contains("up", "down", "status", "logs", "demo", "restart", "test", "verify-journal");
    }

    @Test
    void theDemoSaysThatItCanBeWatched() {
        var out = new StringWriter();

        var exitCode = Brigade.commandLine().setOut(new PrintWriter(out)).execute("demo", "--help");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("--browser");
    }

    @Test
    void aWrongCommandLineIsToldFromAFailure() {
        var err = new StringWriter();

        var exitCode = Brigade.commandLine().setErr(new PrintWriter(err)).execute("upp");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("upp");
    }
}
