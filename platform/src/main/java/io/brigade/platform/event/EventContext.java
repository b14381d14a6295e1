package io.brigade.platform.event;

import io.brigade.platform.http.RequestId;
import io.brigade.platform.log.Elapsed;
import io.brigade.platform.trace.Trace;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work for one event in a context of its own, as a request has one, so that log lines and further events carry
 * the ids of the request behind it and nothing of one event is left over for the next.
 */
final class EventContext {

    private EventContext() {}

    /** The work's result, on the context of whoever subscribes. */
    static <T> Uni<T> of(Vertx vertx, StreamEvent event, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(result -> {
            Context before = vertx.getOrCreateContext();
            Context own = VertxContext.createNewDuplicatedContext(before);
            own.runOnContext(_ -> {
                identify(event);
                work.get()
                        .subscribe()
                        .with(
                                done -> before.runOnContext(_ -> result.complete(done)),
                                failure -> before.runOnContext(_ -> result.fail(failure)));
            });
        });
    }

    private static void identify(StreamEvent event) {
        Elapsed.begin();
        Origin origin = event.origin();
        Trace.continuing(origin.traceparent()).makeCurrent();
        @Nullable String requestId = origin.requestId();
        if (requestId != null) {
            RequestId.makeCurrent(requestId);
        }
        MDC.put("event_id", event.eventId());
        MDC.put("restaurant_id", event.restaurantId());
    }
}
