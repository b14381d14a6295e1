package io.brigade.platform.http;

import io.brigade.platform.trace.Trace;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Passes the ids of the request being worked on to every service that is asked on its behalf. */
@Provider
@Priority(OutgoingRequests.BEFORE_OPEN_TELEMETRY)
public class OutgoingRequests implements ClientRequestFilter {

    /** While spans are exported OpenTelemetry writes the header anew, with the span of the call itself. */
    static final int BEFORE_OPEN_TELEMETRY = 1;

    @Override
    public void filter(ClientRequestContext outgoing) {
        @Nullable String id = RequestId.current();
        if (id != null) {
            outgoing.getHeaders().putSingle(RequestId.HEADER, id);
        }
        @Nullable Trace trace = Trace.current();
        if (trace != null) {
            outgoing.getHeaders().putSingle(Trace.HEADER, trace.traceparent());
        }
    }
}
