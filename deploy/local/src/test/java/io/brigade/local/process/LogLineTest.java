package io.brigade.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void aServicesLineBecomesTimeLevelLoggerAndMessage() {
        assertThat(LogLine.readable("""
                {"timestamp":"2026-11-23T03:04:38.278553614Z","loggerName":"io.quarkus","level":"INFO","message":"Up."}\
                """)).isEqualTo("2026-11-23T03:04:38.278Z INFO  quarkus  Up.");
    }

    @Test
    void everyCauseOfAnExceptionIsShownWithoutItsStack() {
        assertThat(LogLine.readable("""
                {"timestamp":"t","loggerName":"a.B","level":"ERROR","message":"Failed","exception":{"exceptionType":"X",\
                "message":"one","frames":[{"class":"C"}],"causedBy":{"exception":{"exceptionType":"Y","message":"two"}}}}\
                """)).isEqualTo("t ERROR B  Failed\n    X: one\n    Y: two");
    }

    @Test
    void anythingElseStaysAsItIs() {
        assertThat(LogLine.readable("plain")).isEqualTo("plain");
        assertThat(LogLine.readable("{not json")).isEqualTo("{not json");
        assertThat(LogLine.readable("{\"status\":200}")).isEqualTo("{\"status\":200}");
    }
}
