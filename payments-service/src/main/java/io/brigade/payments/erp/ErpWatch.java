package io.brigade.payments.erp;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the ERP now and then whether it is there, so that neither a probe nor anybody else ever waits for it. */
@ApplicationScoped
class ErpWatch {

    private static final String UP = "up";

    private final Instance<ErpClient> erp;
    private final ErpGuard guard;
    private final boolean configured;
    private final Duration interval;
    private volatile String state;

    @Inject
    ErpWatch(@RestClient Instance<ErpClient> erp, ErpGuard guard, ErpEndpoint endpoint, ErpConfig config) {
        this.erp = erp;
        this.guard = guard;
        this.configured = endpoint.isConfigured();
        this.interval = config.watchInterval();
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

    /** Whether it was there when it was asked last. */
    boolean isUp() {
        return state.equals(UP);
    }

    private void ask() {
        guard.call(() -> erp.get().reach())
                .map(_ -> UP)
                .onFailure(ErpRefused.class)
                .recoverWithItem(UP)
                .subscribe()
                .with(answer -> state = answer, _ -> state = "degraded");
    }
}
