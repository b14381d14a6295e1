package io.brigade.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The id under which one request is found in every log, from the gateway to the last service. */
public final class RequestId {

    /** Header in which the gateway passes it on, and in which it is returned. */
    public static final String HEADER = "X-Request-Id";

    /** Field of log lines. */
    public static final String FIELD = "request_id";

    private static final String KEY = "brigade.request-id";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private RequestId() {}

    /** The id of a request that passed {@link RequestFilters}; null for one that did not. */
    public static @Nullable String of(RoutingContext request) {
        return request.get(KEY);
    }

    /** The id of the request or event that is being worked on; null outside of both. */
    public static @Nullable String current() {
        Object id = MDC.get(FIELD);
        return id == null ? null : id.toString();
    }

    /** Makes it the current one, also in log lines, until the request's or event's own context ends. */
    public static void makeCurrent(String id) {
        MDC.put(FIELD, id);
    }

    static void set(RoutingContext request, String id) {
        request.put(KEY, id);
        makeCurrent(id);
    }

    static boolean isAcceptable(@Nullable String id) {
        return id != null && ACCEPTED.matcher(id).matches();
    }
}
