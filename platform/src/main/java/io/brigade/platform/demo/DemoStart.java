package io.brigade.platform.demo;

import io.brigade.platform.config.ServiceConfig;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/** Puts the demo data in before the service is ready, once. */
@ApplicationScoped
class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class);

    private final ServiceConfig config;
    private final List<DemoData> demos;

    @Inject
    DemoStart(ServiceConfig config, @All List<DemoData> demos) {
        this.config = config;
        this.demos = demos;
    }

    void start(@Observes StartupEvent started) throws Throwable {
        if (config.demo()) {
            for (DemoData demo : demos) {
                VertxContextSupport.subscribeAndAwait(demo::putIn);
                LOG.infof("demo data is in: %s", demo.getClass().getSimpleName());
            }
        }
    }
}
