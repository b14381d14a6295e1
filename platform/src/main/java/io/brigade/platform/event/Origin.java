package io.brigade.platform.event;

import io.brigade.platform.http.RequestId;
import io.brigade.platform.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The request that made an event happen, so that what the event sets off elsewhere is found under the same ids.
 *
 * @param traceparent W3C Trace Context; null when the event came of no request
 * @param requestId as in {@code X-Request-Id}; null when the event came of no request
 */
public record Origin(@Nullable String traceparent, @Nullable String requestId) {

    /** Of the request or event that is being worked on. */
    public static Origin current() {
        Trace trace = Trace.current();
        return new Origin(trace == null ? null : trace.traceparent(), RequestId.current());
    }

    /** From texts that are empty or missing when they are not known. */
    static Origin of(@Nullable String traceparent, @Nullable String requestId) {
        return new Origin(known(traceparent), known(requestId));
    }

    private static @Nullable String known(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
