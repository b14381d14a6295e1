package io.brigade.platform.trace;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns the one setting {@code brigade.traces} (the OTLP address of a collector, such as {@code http://collector:4317})
 * into those that OpenTelemetry wants. Without it no span is made at all.
 */
public final class TraceExport implements ConfigSourceFactory {

    /** Above the shared defaults (100) and an application's own (250), below the environment (300). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue collector = context.getValue("brigade.traces");
        String address = collector == null ? null : collector.getValue();
        return address == null || address.isBlank()
                ? List.of()
                : List.of(new PropertiesConfigSource(
                        Map.of(
                                "quarkus.otel.sdk.disabled",
                                "false",
                                "quarkus.otel.exporter.otlp.endpoint",
                                address.strip()),
                        "brigade.traces",
                        ORDINAL));
    }
}
