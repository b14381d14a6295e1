package io.brigade.local;

import static io.brigade.local.StartUp.stop;

import io.brigade.local.install.Prerequisites;
import io.brigade.local.install.Requirement;
import io.brigade.local.secrets.Secrets;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All components of Brigade on this machine, and what can be done with them. Any number of these objects, in any number of
 * programs, may look at the same suite: what runs is known from the state folder; who changes something waits for its turn.
 */
public final class Suite {

    private final Parts parts;
    private final StateFolder state;
    private final Rotation rotation = new Rotation();
    private final RollingRestart rolling;

    /** The suite that the configuration describes; nothing is started. Its state folder is made when it is missing. */
    public Suite(SuiteConfig config) {
        this.parts = new Parts(config, rotation);
        this.state = parts.state();
        this.rolling = new RollingRestart(parts.gateway(), rotation);
    }

    /**
     * Starts what does not run and is among the components named (all when none is), restarts instances of an older
     * build one by one, and returns when everything is ready.
     *
     * @throws SuiteException when something cannot be started; what this call started is stopped again
     */
    public void up(Progress progress, String... names) {
        try (var _ = SuiteLock.acquire(state)) {
            var wanted = select(List.of(names));
            var start = new StartUp(rolling, progress);
            start.prepare(wanted);
            parts.shipping().remember();
            start.start(wanted);
            if (names.length == 0) {
                parts.removeFormerBuilds();
            }
        }
    }

    /**
     * Restarts the components named, one after another; without names all instances of all services, and the gateway
     * gets new worker processes. Instances that another one can stand in for are not missed: no request fails.
     */
    public void restart(Progress progress, String... names) {
        try (var _ = SuiteLock.acquire(state)) {
            var wanted = names.length == 0 ? parts.instances() : select(List.of(names));
            new StartUp(rolling, progress).prepare(wanted);
            for (var component : wanted) {
                if (!(component instanceof ServiceInstance)) {
                    component.stop();
                    new StartUp(rolling, progress).start(List.of(component));
                }
            }
            rolling.roll(serviceInstances(wanted), progress);
            if (names.length == 0 && gateway().process().isPresent()) {
                gateway().reload();
                progress.alreadyRunning(gateway());
            }
        }
    }

    private static List<ServiceInstance> serviceInstances(Collection<? extends Component> components) {
        return components.stream()
                .filter(ServiceInstance.class::isInstance)
                .map(ServiceInstance.class::cast)
                .toList();
    }

    /**
     * Makes it that many instances of the service from now on, also after the next {@code up}: starts what is missing
     * and lets the gateway use it, or takes instances out of use and stops them. No request fails.
     */
    public void scale(String name, int count, Progress progress) {
        try (var _ = SuiteLock.acquire(state)) {
            var service = service(name);
            SuiteConfig.requirePossible("The number of instances", count);
            var before = service.instances();
            var after =
                    IntStream.rangeClosed(1, count).mapToObj(service::instance).toList();
            var start = new StartUp(rolling, progress);
            start.prepare(after);
            start.start(after);
            parts.counts().set(ServiceName.of(name), count);
            rolling.retire(
                    before.stream()
                            .filter(instance -> !after.contains(instance))
                            .toList(),
                    progress);
            parts.observability().tools().stream()
                    .filter(tool -> tool instanceof Reloadable && tool.process().isPresent())
                    .forEach(tool -> ((Reloadable) tool).reloadIfChanged());
            rolling.roll(
                    parts.instances().stream()
                            .filter(ServiceInstance::isOutdated)
                            .toList(),
                    progress);
        }
    }

    /** Makes the replica the primary; services find it by themselves. What only the former one had is lost. */
    public void failover(Progress progress) {
        try (var _ = SuiteLock.acquire(state)) {
            new Failover(postgres(), replica()).run(progress);
        }
    }

    /** Copies the databases while they work; so many backups are kept. */
    public BaseBackup backup(int keep, Progress progress) {
        try (var _ = SuiteLock.acquire(state)) {
            return new Backup(postgres(), state, secrets()).run(keep, progress);
        }
    }

    /**
     * Complete backups, oldest first.
     *
     * @throws SuiteException when the folder that was named for them is not there: its disk may be away
     */
    public List<BaseBackup> backups() {
        if (config().variable("BRIGADE_BACKUPS").isPresent() && !Files.isDirectory(config().backups())) {
            throw new SuiteException("BRIGADE_BACKUPS names " + config().backups()
                    + ", and there is no such folder. Is its disk mounted? ./brigade backup makes a new one.");
        }
        return BackupFolder.all(config().backups()).stream()
                .flatMap(folder -> folder.complete().stream())
                .sorted(Comparator.comparing(BaseBackup::ended))
                .toList();
    }

    /**
     * Brings the databases to the state of a moment. Services are down when this returns, Redis is empty, the primary
     * runs.
     *
     * @param name of a backup; the last one before the moment when it is null
     * @param moment the last moment of all when it is null
     */
    public BaseBackup restore(@Nullable String name, @Nullable Instant moment, Progress progress) {
        try (var _ = SuiteLock.acquire(state)) {
            var restore = new Restore(config(), postgres());
            var backup = restore.choose(name, moment); // before anything is stopped for nothing
            redis().stop();
            stopAtOnce(parts.instances(), progress);
            stop(replica(), progress);
            stop(postgres(), progress);
            restore.run(backup, moment, progress);
            // It has seen what has not happened, and could never follow.
            replica().discard();
            // It tells of what has not happened. What the outbox holds is sent again.
            redis().empty();
            return backup;
        }
    }

    /** Changes a key or the certificate while everything goes on. */
    public KeyRotation keys(Progress progress) {
        return new KeyRotation(state, secrets(), gateway(), parts::instances, rolling, progress);
    }

    /**
     * Stops everything that is ours: first those who would take the rest for an outage, then the way in, then all
     * services at once, then what they stand on.
     */
    public void down(Progress progress) {
        try (var _ = SuiteLock.acquire(state)) {
            parts.observability().tools().reversed().forEach(tool -> stop(tool, progress));
            stop(gateway(), progress);
            stopAtOnce(parts.instances(), progress);
            parts.data().reversed().forEach(component -> stop(component, progress));
            parts.shipping().forget();
        }
    }

    private static void stopAtOnce(List<ServiceInstance> instances, Progress progress) {
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            instances.forEach(instance -> each.execute(() -> stop(instance, progress)));
        }
    }

    /**
     * Removes all data, logs and secrets of a suite that is down. Databases of an external server are not touched, nor are
     * backups; while there are some, what they can't do without stands aside.
     */
    public void wipe() {
        if (parts.all().stream().anyMatch(component -> component.process().isPresent())) {
            throw new SuiteException("The suite is still running; stop it first: ./brigade down --wipe");
        }
        if (!backups().isEmpty()) {
            SetAside.of(state.secrets(), "of-backups");
            SetAside.of(state.fiscalHeads(), "of-backups");
        }
        state.wipe();
    }

    /** What something else has taken the place of, and what backups need: it stays until a person removes it. */
    public List<Path> standingAside() {
        return Stream.of(state.root(), state.postgres())
                .filter(Files::exists)
                .flatMap(folder -> SetAside.in(folder).stream())
                .toList();
    }

    /** The browser that shows the web application to its tests and to the demo, and what drives it: installed, if need be. */
    public Path browser(Progress progress) {
        Prerequisites.ensure(List.of(Requirement.NODE, Requirement.NPM), progress::working);
        return config().variable("BRIGADE_CHROMIUM").map(Path::of).orElseGet(() -> {
            Prerequisites.ensure(List.of(Requirement.CHROMIUM), progress::working);
            return Requirement.CHROMIUM.program().orElseThrow();
        });
    }

    /**
     * The components in the order in which they start: data, first instances (staff first), further ones, gateway; then
     * those that watch these, when they were asked for or run.
     */
    public List<Component> components() {
        return parts.wanted();
    }

    /** The components with these names; a service's name stands for all its instances; all when no name is given. */
    public List<Component> select(List<String> names) {
        return parts.select(names);
    }

    /** All instances of the service called so, such as {@code orders}. */
    public ServiceGroup service(String name) {
        return group(ServiceName.of(name));
    }

    /** All instances of the service. */
    public ServiceGroup group(ServiceName service) {
        return parts.group(service);
    }

    /** The primary; fails when the database is external. */
    public PostgresPrimary postgres() {
        return parts.postgres();
    }

    /** The streaming replica; fails when the database is external. */
    public PostgresReplica replica() {
        return parts.replica();
    }

    /** Redis; fails when it is external. */
    public RedisServer redis() {
        return parts.redis();
    }

    /** The gateway. */
    public Gateway gateway() {
        return parts.gateway();
    }

    /** Address for clients, such as https://localhost:8443. */
    public URI gatewayUrl() {
        return gateway().url();
    }

    /** Whether Prometheus and the others that watch belong to the suite: asked for, or running. */
    public boolean isObserved() {
        return parts.observability().isPresent();
    }

    /** Prometheus, which runs when it was asked for. */
    public PrometheusServer prometheus() {
        return parts.observability().prometheus();
    }

    /** Base address of Prometheus, which answers when it was asked for. */
    public URI prometheusUrl() {
        return prometheus().url();
    }

    /** Alertmanager, which runs when it was asked for. */
    public Alertmanager alertmanager() {
        return parts.observability().alertmanager();
    }

    /** Base address of Alertmanager, which answers when it was asked for. */
    public URI alertmanagerUrl() {
        return alertmanager().url();
    }

    /** The database server that services use, ours or external. */
    public DatabaseServer database() {
        return parts.database();
    }

    /** The Redis that services use, ours or external, with its password. */
    public URI redisUrl() {
        return parts.redisUrl();
    }

    /** The suite's passwords, keys and certificate. */
    public Secrets secrets() {
        return parts.secrets();
    }

    /** The configuration that it was made of. */
    public SuiteConfig config() {
        return parts.config();
    }

    /** The folder that holds all it writes. */
    public StateFolder state() {
        return state;
    }

    /** Log files by the names under which {@code ./brigade logs} knows them. */
    public Map<String, Path> logs() {
        return parts.logs();
    }
}
