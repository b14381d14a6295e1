package io.brigade.payments.erp;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the ERP now and then whether it is there, so that neither a probe nor anybody else ever waits for it. */
@ApplicationScoped
class ErpWatch {

    private final Instance<ErpClient> erp;
    private final boolean configured;
    private final Duration interval;
    private volatile String state;

    @Inject
    ErpWatch(
            @RestClient Instance<ErpClient> erp,
            @ConfigProperty(name = "brigade.erp.url") Optional<String> url,
            @ConfigProperty(name = "brigade.erp.watch-interval") Duration interval) {
        this.erp = erp;
        this.configured = url.isPresent();
        this.interval = interval;
        this.state = configured ? "not asked yet" : "not configured";
    }

    void start(@Observes StartupEvent starting, Vertx vertx) {
        if (configured) {
            vertx.setPeriodic(0, interval.toMillis(), _ -> ask());
        }
    }

    /** {@code up}, {@code degraded}, {@code not asked yet} or {@code not configured}. */
    String state() {
        return state;
    }

    private void ask() {
        Uni.createFrom()
                .deferred(() -> erp.get().reach())
                .map(_ -> "up")
                .onFailure(ErpClient.Refused.class)
                .recoverWithItem("up")
                .subscribe()
                .with(answer -> state = answer, _ -> state = "degraded");
    }
}
