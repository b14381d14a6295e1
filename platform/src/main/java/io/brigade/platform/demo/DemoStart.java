package io.brigade.platform.demo;

import io.brigade.platform.config.ServiceConfig;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Puts the demo data in before the service is ready, once. */
@ApplicationScoped
class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServiceConfig config;
    private final List<DemoData> demos;

    @Inject
    DemoStart(ServiceConfig config, @All List<DemoData> demos) {
        this.config = config;
        this.demos = demos;
    }

    /** Of instances that start together one puts it in; the others may wait in vain for its lock, and look again. */
    private static Uni<Void> putIn(DemoData demo) {
        return Uni.createFrom()
                .deferred(demo::putIn)
                .onFailure()
                .retry()
                .withBackOff(PAUSE, PAUSE)
                .expireIn(PATIENCE.toMillis());
    }

    void start(@Observes StartupEvent started) throws Throwable {
        if (config.demo()) {
            for (DemoData demo : demos) {
                VertxContextSupport.subscribeAndAwait(() -> putIn(demo));
                LOG.infof("demo data is in: %s", demo.getClass().getSimpleName());
            }
        }
    }
}
