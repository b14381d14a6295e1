package io.brigade.observability.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.observability.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Prometheus' own checker reads what is shipped, and runs the cases in prometheus/tests. */
class RulesTest {

    private static final Program PROMTOOL = new Program("promtool");

    @Test
    void theConfigurationIsValid() throws Exception {
        assertThat(PROMTOOL.accepts("check", "config", AlertRule.FOLDER.resolve("prometheus.yml")))
                .contains("rule files found");
    }

    @Test
    void theRulesAreValidAndNoneIsThereTwice() throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("check", "rules", "--lint=all", "--lint-fatal"));
        arguments.addAll(AlertRule.files("rules"));
        PROMTOOL.accepts(arguments.toArray());
    }

    /** The checker takes one file after the other; they need not wait for each other. */
    @Test
    void everyCaseOfTheRulesHolds() throws Exception {
        List<Callable<String>> runs = AlertRule.files("tests").stream()
                .<Callable<String>>map(file -> () -> PROMTOOL.accepts("test", "rules", file))
                .toList();
        try (ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<String> run : cores.invokeAll(runs)) {
                assertThat(run.get()).doesNotContain("FAILED");
            }
        }
        assertThat(runs).isNotEmpty();
    }
}
