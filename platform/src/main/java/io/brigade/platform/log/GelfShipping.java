package io.brigade.platform.log;

import biz.paluch.logging.gelf.jboss7.JBoss7GelfLogHandler;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.bootstrap.logging.QuarkusDelayedHandler;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Handler;
import org.jspecify.annotations.Nullable;

/**
 * Takes the GELF handler off the event loops: Quarkus calls it on the thread that logs. Counts what does not reach
 * Logstash as {@code log_messages_dropped_total}; UDP does not tell of everything that is lost on its way.
 */
@ApplicationScoped
class GelfShipping {

    private final Counter dropped;
    private @Nullable NonBlockingHandler shipping;

    @Inject
    GelfShipping(MeterRegistry registry) {
        dropped = Counter.builder("log.messages.dropped")
                .description("Log lines that could not be sent on")
                .tag("handler", "gelf")
                .register(registry);
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting) {
        QuarkusDelayedHandler root = InitialConfigurator.DELAYED_HANDLER;
        gelf(root).ifPresent(handler -> {
            root.removeHandler(handler);
            shipping = new NonBlockingHandler(handler, dropped::increment);
            root.addHandler(shipping);
        });
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent stopping) {
        if (shipping != null) {
            shipping.flush();
        }
    }

    private static Optional<Handler> gelf(QuarkusDelayedHandler root) {
        return Arrays.stream(root.getHandlers())
                .filter(JBoss7GelfLogHandler.class::isInstance)
                .findFirst();
    }
}
