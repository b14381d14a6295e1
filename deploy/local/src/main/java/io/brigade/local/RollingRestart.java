package io.brigade.local;

import io.brigade.local.process.Patience;
import java.time.Duration;
import java.util.List;

/**
 * Replaces running instances one after another. Each is taken out of the gateway's lists before it stops and comes back
 * when it is ready, so that not even a write that may be delivered only once meets a closing door.
 */
final class RollingRestart {

    /** NGINX's former workers end their connections when the lists change; by then they have noticed. */
    private static final Duration UNTIL_NOBODY_ASKS = Duration.ofSeconds(1);

    private final Gateway gateway;
    private final Rotation rotation;

    RollingRestart(Gateway gateway, Rotation rotation) {
        this.gateway = gateway;
        this.rotation = rotation;
    }

    /** There is no gateway: nobody asks instances, ready or not. */
    boolean nobodyAsks() {
        return gateway.process().isEmpty();
    }

    /** Stops and starts each; one that does not run is started. The gateway's lists change once between two of them. */
    void roll(List<ServiceInstance> instances, Progress progress) {
        if (instances.isEmpty()) {
            return;
        }
        try {
            for (var instance : instances) {
                rest(instance);
                instance.stop();
                var begin = System.nanoTime();
                instance.start();
                progress.ready(instance, Duration.ofNanos(System.nanoTime() - begin));
                rotation.allTakePart();
            }
        } finally {
            rotation.allTakePart();
            reload();
        }
    }

    /** Starts one that does not run. Nobody asks it before it is ready: one that is flooded while cold gets ready late. */
    void start(ServiceInstance instance) {
        rotation.rest(instance);
        reload();
        try {
            instance.start();
        } finally {
            rotation.allTakePart();
            reload();
        }
    }

    /** Stops instances for good, which the gateway has been told of already. */
    void retire(List<ServiceInstance> instances, Progress progress) {
        reload();
        if (!instances.isEmpty()) {
            nobodyAsksAnyMore();
        }
        for (var instance : instances) {
            instance.stop();
            progress.stopped(instance);
        }
    }

    private void rest(ServiceInstance instance) {
        if (instance.process().isPresent()) {
            rotation.rest(instance);
            reload();
            nobodyAsksAnyMore();
        }
    }

    private void reload() {
        if (gateway.process().isPresent()) {
            gateway.reloadIfChanged();
        }
    }

    private static void nobodyAsksAnyMore() {
        Patience.until(UNTIL_NOBODY_ASKS, () -> false);
    }
}
