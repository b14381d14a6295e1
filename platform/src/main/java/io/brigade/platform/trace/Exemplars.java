package io.brigade.platform.trace;

import io.prometheus.client.exemplars.DefaultExemplarSampler;
import io.prometheus.client.exemplars.ExemplarSampler;
import io.prometheus.client.exemplars.tracer.common.SpanContextSupplier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hangs the trace of a request on the latency bucket that it fell into (OpenMetrics exemplars), so that one click leads
 * from a slow bucket to the logs of a request in it. Quarkus' own do so only while spans are exported.
 */
@Dependent
class Exemplars {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Optional<ExemplarSampler> sampler() {
        return Optional.of(new DefaultExemplarSampler(new CurrentTrace()));
    }

    private static final class CurrentTrace implements SpanContextSupplier {
        @Override
        public @Nullable String getTraceId() {
            Trace trace = Trace.current();
            return trace == null ? null : trace.traceId();
        }

        @Override
        public @Nullable String getSpanId() {
            Trace trace = Trace.current();
            return trace == null ? null : trace.spanId();
        }

        @Override
        public boolean isSampled() {
            return true;
        }
    }
}
