package io.brigade.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Where in a distributed trace the current work stands, as W3C Trace Context (Recommendation of 23 November 2021) carries
 * it in the header {@code traceparent}. It is kept with the request whether or not spans are exported anywhere.
 *
 * @param traceId 32 hexadecimal digits, the same from the phone to the last service
 * @param spanId 16 hexadecimal digits, this service's part
 * @param sampled whether whoever came before records the trace
 */
public record Trace(String traceId, String spanId, boolean sampled) {

    /** Header that carries it. */
    public static final String HEADER = "traceparent";

    private static final Object KEY = Trace.class;
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /** A span of this service in the caller's trace, or in a new one when the header is missing or malformed. */
    public static Trace continuing(@Nullable String traceparent) {
        Matcher sent = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        if (!sent.matches() || (traceparent != null && traceparent.startsWith("00-") && sent.group(4) != null)) {
            return new Trace(hex() + hex(), hex(), false);
        }
        boolean sampled = (Integer.parseInt(sent.group(3), 16) & 1) == 1;
        return new Trace(sent.group(1), hex(), sampled);
    }

    /** OpenTelemetry's current span when spans are recorded, else {@link #continuing}. */
    public static Trace ofRequest(@Nullable String traceparent) {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? new Trace(span.getTraceId(), span.getSpanId(), span.isSampled())
                : continuing(traceparent);
    }

    /** The trace of the request or event that is being worked on; null outside of both. */
    public static @Nullable Trace current() {
        Context context = Vertx.currentContext();
        return isOwn(context) ? context.getLocal(KEY) : null;
    }

    /** Makes it the current one, also in log lines, until the request's or event's own context ends. */
    public void makeCurrent() {
        Context context = Vertx.currentContext();
        if (isOwn(context)) {
            context.putLocal(KEY, this);
            MDC.put("trace_id", traceId);
            MDC.put("span_id", spanId);
        }
    }

    /** Remembers it with the request, for answers that are made where no context is left. */
    public void rememberFor(RoutingContext request) {
        request.put(Trace.class.getName(), traceId);
        makeCurrent();
    }

    /** Trace id of a request that passed the platform's filters; null for one that did not. */
    public static @Nullable String idOf(RoutingContext request) {
        return request.get(Trace.class.getName());
    }

    /** As the header carries it. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    /** Locals of a context that is shared by everything on its thread would leak from one request to the next. */
    private static boolean isOwn(@Nullable Context context) {
        return context != null && VertxContext.isDuplicatedContext(context);
    }

    private static String hex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
