package io.brigade.platform.metrics;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers Prometheus in OpenMetrics, with exemplars. Quarkus' endpoint, which answers everybody else, takes any mention of
 * {@code text/plain} among what is accepted for a wish for the old format, which has none.
 */
@ApplicationScoped
@SuppressWarnings("deprecation") // the registry that Quarkus brings
class OpenMetricsEndpoint {

    private static final String FORMAT = "application/openmetrics-text";
    private static final String CONTENT_TYPE = FORMAT + "; version=1.0.0; charset=utf-8";
    private static final int BEFORE_QUARKUS = -1;
    /** Micrometer repeats a bucket's exemplar on the count, for which Prometheus refuses the whole scrape. */
    private static final Pattern EXEMPLAR_OF_A_COUNT = Pattern.compile("(?m)^([a-zA-Z_]+_count[ {].*) # \\{.*$");

    private final PrometheusMeterRegistry registry;

    @Inject
    OpenMetricsEndpoint(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    void register(
            @Observes ManagementInterface management,
            @ConfigProperty(name = "quarkus.micrometer.export.prometheus.path") String path) {
        management.router().get(path).order(BEFORE_QUARKUS).blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext scrape) {
        String accepted = scrape.request().getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(FORMAT)) {
            scrape.next();
            return;
        }
        String metrics = registry.scrape(CONTENT_TYPE);
        scrape.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                .end(EXEMPLAR_OF_A_COUNT.matcher(metrics).replaceAll("$1"))
                .onFailure(scrape::fail);
    }
}
