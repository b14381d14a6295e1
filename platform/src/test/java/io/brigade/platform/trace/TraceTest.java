package io.brigade.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void goesOnInTheCallersTraceWithASpanOfItsOwn() {
        Trace trace = Trace.continuing("00-" + TRACE_ID + "-00f067aa0ba902b7-01");

        assertThat(trace.traceId()).isEqualTo(TRACE_ID);
        assertThat(trace.spanId()).matches("[0-9a-f]{16}").isNotEqualTo("00f067aa0ba902b7");
        assertThat(trace.traceparent()).isEqualTo("00-" + TRACE_ID + "-" + trace.spanId() + "-01");
    }

    @Test
    void aLaterVersionMayHaveMoreFields() {
        assertThat(Trace.continuing("cc-" + TRACE_ID + "-00f067aa0ba902b7-00-more")
                        .traceId())
                .isEqualTo(TRACE_ID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "00-" + TRACE_ID + "-00f067aa0ba902b7",
                "00-" + TRACE_ID + "-00f067aa0ba902b7-01-more",
                "ff-" + TRACE_ID + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE_ID + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-" + TRACE_ID + "-00f067aa0ba902b7-0g",
            })
    void beginsAnewWhereNothingValidWasSent(String traceparent) {
        Trace trace = Trace.continuing(traceparent);

        assertThat(trace.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(trace.traceId()).isNotEqualTo(TRACE_ID).isNotEqualTo("0".repeat(32));
    }
}
