package io.brigade.local;

import io.brigade.local.install.Prerequisites;
import io.brigade.local.install.Requirement;
import io.brigade.local.process.LogTail;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Starts components one after another, each when those before it are ready; instances of different services start
 * together while there is no gateway yet through which anybody would ask them.
 */
final class StartUp {

    private final RollingRestart rolling;
    private final Progress progress;
    private final Deque<Component> started = new ArrayDeque<>();

    StartUp(RollingRestart rolling, Progress progress) {
        this.rolling = rolling;
        this.progress = progress;
    }

    /** Fails, with the remedy, when one of them could not start: something is not built or installed, a port is taken. */
    void prepare(Collection<? extends Component> wanted) {
        for (var component : wanted) {
            switch (component) {
                case ServiceInstance instance -> instance.requireBuilt();
                case Gateway built -> built.requireBuilt();
                default -> {}
            }
        }
        Prerequisites.ensure(requirements(wanted), progress::working);
        wanted.stream()
                .filter(component -> component.process().isEmpty())
                .filter(ProcessComponent.class::isInstance)
                .map(ProcessComponent.class::cast)
                .forEach(ProcessComponent::requireFreePorts);
    }

    /**
     * Starts what does not run, and replaces instances of an older build.
     *
     * @throws SuiteException when one cannot be started; what this object started is stopped again, as progress tells
     */
    void start(Collection<? extends Component> wanted) {
        try {
            for (var next = new ArrayDeque<Component>(wanted); !next.isEmpty(); ) {
                var together = startingTogether(next);
                if (together.isEmpty()) {
                    start(next.remove());
                } else {
                    startTogether(together);
                }
            }
        } catch (SuiteException failure) {
            started.forEach(component -> stop(component, progress));
            throw failure;
        }
    }

    /** Takes the instances out of the queue that may start together; none when a component of another kind is next. */
    private List<ServiceInstance> startingTogether(Queue<Component> next) {
        var together = new LinkedHashMap<ServiceName, ServiceInstance>();
        while (rolling.nobodyAsks()
                && next.peek() instanceof ServiceInstance instance
                && instance.process().isEmpty()
                && together.putIfAbsent(instance.service(), instance) == null) {
            next.remove();
        }
        return List.copyOf(together.values());
    }

    private void startTogether(List<ServiceInstance> instances) {
        var begin = System.nanoTime();
        var outputs = new LinkedHashMap<ServiceInstance, LogTail>();
        for (var instance : instances) {
            started.push(instance);
            outputs.put(instance, instance.begin());
        }
        outputs.forEach((instance, output) -> {
            instance.awaitReady(output);
            progress.ready(instance, Duration.ofNanos(System.nanoTime() - begin));
        });
    }

    private void start(Component component) {
        if (component instanceof ServiceInstance instance && instance.process().isPresent() && instance.isOutdated()) {
            rolling.roll(List.of(instance), progress);
            return;
        }
        var running = component.process().isPresent();
        if (running && component.isReady()) {
            if (component instanceof Reloadable reloadable) {
                reloadable.reloadIfChanged();
            }
            progress.alreadyRunning(component);
            return;
        }
        var begin = System.nanoTime();
        if (!running && !component.isExternal()) {
            started.push(component);
        }
        if (component instanceof ServiceInstance instance && !running) {
            rolling.start(instance);
        } else {
            component.start();
        }
        progress.ready(component, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Stops what runs. */
    static void stop(Component component, Progress progress) {
        if (component.process().isPresent()) {
            component.stop();
            progress.stopped(component);
        }
    }

    /** What has to be installed for them. */
    static Set<Requirement> requirements(Collection<? extends Component> wanted) {
        var requirements = EnumSet.noneOf(Requirement.class);
        for (var component : wanted) {
            switch (component) {
                case Postgres _ -> requirements.add(Requirement.POSTGRESQL);
                case RedisServer _ -> requirements.add(Requirement.REDIS);
                case Gateway _ -> requirements.add(Requirement.NGINX);
                case MonitoringTool tool -> requirements.add(tool.requirement());
                case External external
                when external.name().equals("postgres") -> requirements.add(Requirement.POSTGRESQL_CLIENT);
                default -> {}
            }
        }
        return requirements;
    }
}
