package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.brigade.local.Progress;
import io.brigade.local.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is told to people, and so is its end: through the real Prometheus and the real Alertmanager. */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class AlertIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final String CHANNEL = "#alerts-production";
    private static final String DOWN = "APIDown (menu)";

    /** An instance must be away for a minute. */
    private static final Duration FIRED = Duration.ofSeconds(110);

    private static final Duration RESOLVED = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private OnCall onCall;

    @BeforeEach
    void callSomebody() throws IOException {
        onCall = OnCall.of(SUITE, folder);
    }

    @AfterEach
    void startWhatWasStopped() {
        SUITE.up(Progress.silent());
        onCall.close();
    }

    @Test
    void anInstanceThatStopsIsToldInSlackAndByMailAndSoIsItsReturn() {
        var instance = SUITE.service("menu").instance(2);
        String where = "127.0.0.1:" + instance.managementUrl().getPort();

        instance.stop();

        await().atMost(FIRED).untilAsserted(() -> {
            assertThat(onCall.slack(CHANNEL, DOWN)).singleElement().satisfies(message -> {
                assertThat(message.path("title").asText()).startsWith("CRITICAL " + DOWN);
                assertThat(message.path("color").asText()).isEqualTo("danger");
                assertThat(message.path("title_link").asText()).endsWith("/docs/runbooks/APIDown.md");
                assertThat(message.path("text").asText()).contains(where, "serves everybody alone");
            });
            assertThat(onCall.mails(DOWN)).singleElement().satisfies(mail -> {
                assertThat(Mail.subject(mail)).startsWith("CRITICAL " + DOWN);
                assertThat(Mail.text(mail)).contains(where, "/docs/runbooks/APIDown.md");
            });
        });

        instance.start();

        await().atMost(RESOLVED).untilAsserted(() -> {
            assertThat(onCall.slack(CHANNEL, DOWN)).hasSize(2).last().satisfies(message -> {
                assertThat(message.path("title").asText()).startsWith("RESOLVED " + DOWN);
                assertThat(message.path("color").asText()).isEqualTo("good");
            });
            assertThat(onCall.mails(DOWN)).hasSize(2).last().satisfies(mail -> assertThat(Mail.subject(mail))
                    .startsWith("RESOLVED " + DOWN));
        });
        assertThat(onCall.watchdogs()).isPositive();
    }
}
