package io.brigade.local;

import io.brigade.local.install.Prerequisites;
import io.brigade.local.install.Requirement;
import io.brigade.local.secrets.Secrets;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All components of Brigade on this machine. Any number of these objects, in any number of programs, may look at the same
 * suite: what runs is known from the state folder.
 */
public final class Suite {

    private final SuiteConfig config;
    private final StateFolder state;
    private final InstanceCounts counts;
    private final Rotation rotation = new Rotation();
    private final RollingRestart rolling;
    private final Secrets secrets;
    private final LogShipping logs;
    private final @Nullable PostgresPrimary postgres;
    private final @Nullable PostgresReplica replica;
    private final @Nullable RedisServer redis;
    private final List<Component> data;
    private final Map<ServiceName, ServiceGroup> services = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, ServiceArtefact> artefacts = new EnumMap<>(ServiceName.class);
    private final Gateway gateway;
    private final Observability observability;

    /** The suite that the configuration describes; nothing is started. Its state folder is made when it is missing. */
    public Suite(SuiteConfig config) {
        this.config = config;
        this.state = new StateFolder(config.home());
        state.create();
        this.counts = new InstanceCounts(config, state);
        this.secrets = new Secrets(state.secrets());
        this.logs = new LogShipping(config, state);

        var externalDatabase = config.externalDatabase();
        var externalRedis = config.externalRedis();
        this.postgres = externalDatabase.isPresent() ? null : new PostgresPrimary(config, state, secrets);
        this.replica = postgres == null ? null : new PostgresReplica(config, state, secrets, postgres);
        this.redis = externalRedis.isPresent() ? null : new RedisServer(state, config.ports(), secrets);
        this.data = Stream.of(
                        Stream.ofNullable(postgres),
                        Stream.ofNullable(replica),
                        Stream.ofNullable(redis),
                        externalDatabase.map(server -> ExternalServers.database(server, state)).stream(),
                        externalRedis.map(url -> ExternalServers.redis(url, state)).stream())
                .<Component>flatMap(components -> components)
                .toList();
        this.gateway = new Gateway(config, state, rotation, secrets.tlsCertificate());
        this.rolling = new RollingRestart(gateway, rotation);

        this.observability =
                new Observability(config, state, gateway, postgres, replica, this::database, this::redisUrl);

        var environment = new ServiceEnvironment(
                config, secrets, logs, this::database, this::redisUrl, Optional.ofNullable(postgres));
        for (var service : ServiceName.values()) {
            var artefact = new ServiceArtefact(service, config.repository(), state);
            artefacts.put(service, artefact);
            services.put(service, group(service, artefact, environment));
        }
    }

    private ServiceGroup group(ServiceName service, ServiceArtefact artefact, ServiceEnvironment environment) {
        return new ServiceGroup(
                service,
                IntStream.rangeClosed(1, SuiteConfig.MOST_INSTANCES)
                        .mapToObj(number ->
                                new ServiceInstance(service, number, config.ports(), state, artefact, environment))
                        .toList(),
                () -> counts.of(service));
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
            prepare(wanted, progress);
            logs.remember();
            var started = new ArrayDeque<Component>();
            try {
                for (var component : wanted) {
                    bringUp(component, started, progress);
                }
            } catch (SuiteException failure) {
                started.forEach(Component::stop);
                throw failure;
            }
            if (names.length == 0) {
                artefacts.values().forEach(artefact -> artefact.removeAllBut(artefact.version()));
            }
        }
    }

    /**
     * Restarts the components named, one after another; without names all instances of all services, and the gateway
     * gets new worker processes. Instances that another one can stand in for are not missed: no request fails.
     */
    public void restart(Progress progress, String... names) {
        try (var _ = SuiteLock.acquire(state)) {
            var wanted = names.length == 0 ? instances() : select(List.of(names));
            prepare(List.copyOf(wanted), progress);
            for (var component : wanted) {
                if (!(component instanceof ServiceInstance)) {
                    component.stop();
                    bringUp(component, new ArrayDeque<>(), progress);
                }
            }
            rolling.roll(serviceInstances(wanted), progress);
            if (names.length == 0 && gateway.process().isPresent()) {
                gateway.reload();
                progress.alreadyRunning(gateway);
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
            var service = ServiceName.of(name);
            SuiteConfig.requirePossible("The number of instances", count);
            var before = group(service).instances();
            var after = IntStream.rangeClosed(1, count)
                    .mapToObj(group(service)::instance)
                    .toList();
            prepare(List.copyOf(after), progress);
            after.forEach(instance -> bringUp(instance, new ArrayDeque<>(), progress));
            counts.set(service, count);
            rolling.retire(
                    before.stream()
                            .filter(instance -> !after.contains(instance))
                            .toList(),
                    progress);
            observability.tools().stream()
                    .filter(tool -> tool instanceof Reloadable && tool.process().isPresent())
                    .forEach(tool -> ((Reloadable) tool).reloadIfChanged());
            rolling.roll(
                    instances().stream().filter(ServiceInstance::isOutdated).toList(), progress);
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
            return new Backup(postgres(), state, secrets).run(keep, progress);
        }
    }

    /** Complete backups, oldest first. */
    public List<BaseBackup> backups() {
        return BackupFolder.all(config.backups()).stream()
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
            postgres();
            redis().stop();
            stopAtOnce(instances(), progress);
            stop(replica(), progress);
            stop(postgres(), progress);
            var backup = new Restore(config, postgres()).run(name, moment, progress);
            // It has seen what has not happened, and could never follow.
            replica().discard();
            // It tells of what has not happened. What the outbox holds is sent again.
            redis().empty();
            return backup;
        }
    }

    /** Changes a key or the certificate while everything goes on. */
    public KeyRotation keys(Progress progress) {
        return new KeyRotation(state, secrets, gateway, this::instances, rolling, progress);
    }

    private void prepare(Collection<Component> wanted, Progress progress) {
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

    private void bringUp(Component component, ArrayDeque<Component> started, Progress progress) {
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
        component.start();
        progress.ready(component, Duration.ofNanos(System.nanoTime() - begin));
    }

    /**
     * Stops everything that is ours: first those who would take the rest for an outage, then the way in, then all
     * services at once, then what they stand on.
     */
    public void down(Progress progress) {
        try (var _ = SuiteLock.acquire(state)) {
            observability.tools().reversed().forEach(tool -> stop(tool, progress));
            stop(gateway, progress);
            stopAtOnce(instances(), progress);
            data.reversed().forEach(component -> stop(component, progress));
            logs.forget();
        }
    }

    private static void stopAtOnce(List<ServiceInstance> instances, Progress progress) {
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            instances.forEach(instance -> each.execute(() -> stop(instance, progress)));
        }
    }

    private static void stop(Component component, Progress progress) {
        if (component.process().isPresent()) {
            component.stop();
            progress.stopped(component);
        }
    }

    /** Removes all data, logs and secrets of a suite that is down. Databases of an external server are not touched. */
    public void wipe() {
        if (all().stream().anyMatch(component -> component.process().isPresent())) {
            throw new SuiteException("The suite is still running; stop it first: ./brigade down --wipe");
        }
        state.wipe();
    }

    /** Installs what all components and the tests need, where that is allowed. */
    public void installPrerequisites(Progress progress) {
        var needed = requirements(all());
        needed.addAll(List.of(Requirement.NODE, Requirement.NPM, Requirement.CHROMIUM));
        Prerequisites.ensure(needed, progress::working);
    }

    /** The browser that shows the web application to its tests and to the demo, and what drives it: installed, if need be. */
    public Path browser(Progress progress) {
        Prerequisites.ensure(List.of(Requirement.NODE, Requirement.NPM), progress::working);
        return config.variable("BRIGADE_CHROMIUM").map(Path::of).orElseGet(() -> {
            Prerequisites.ensure(List.of(Requirement.CHROMIUM), progress::working);
            return Requirement.CHROMIUM.program().orElseThrow();
        });
    }

    private Set<Requirement> requirements(Collection<Component> wanted) {
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

    /**
     * The components in the order in which they start: data, first instances (staff first), further ones, gateway; then
     * those that watch these, when they were asked for or run.
     */
    public List<Component> components() {
        return all().stream()
                .filter(component -> !(component instanceof MonitoringTool) || observability.isPresent())
                .toList();
    }

    private List<Component> all() {
        var all = new ArrayList<>(data);
        all.addAll(instances());
        all.add(gateway);
        all.addAll(observability.tools());
        return List.copyOf(all);
    }

    private List<ServiceInstance> instances() {
        return IntStream.rangeClosed(1, SuiteConfig.MOST_INSTANCES)
                .boxed()
                .flatMap(number -> Arrays.stream(ServiceName.values())
                        .filter(service -> number <= counts.of(service))
                        .map(service -> group(service).instance(number)))
                .toList();
    }

    /** The components with these names; a service's name stands for all its instances; all when no name is given. */
    public List<Component> select(List<String> names) {
        names.forEach(this::requireKnown);
        return (names.isEmpty() ? components() : all())
                .stream()
                        .filter(component ->
                                names.isEmpty() || names.stream().anyMatch(name -> goesBy(component, name)))
                        .toList();
    }

    private void requireKnown(String name) {
        if (all().stream().noneMatch(component -> goesBy(component, name))) {
            throw new SuiteException("There is no component «" + name + "». There are: "
                    + String.join(", ", all().stream().map(Component::name).toList()) + ".");
        }
    }

    private static boolean goesBy(Component component, String name) {
        return component.name().equals(name)
                || (component instanceof ServiceInstance
                        && component.name().replaceAll("-\\d$", "").equals(name));
    }

    /** All instances of the service called so, such as {@code orders}. */
    public ServiceGroup service(String name) {
        return group(ServiceName.of(name));
    }

    /** All instances of the service. */
    @SuppressWarnings("NullAway") // the constructor puts one group for each name
    public ServiceGroup group(ServiceName service) {
        return services.get(service);
    }

    /** The primary; fails when the database is external. */
    public PostgresPrimary postgres() {
        return ours(postgres, "PostgreSQL");
    }

    /** The streaming replica; fails when the database is external. */
    public PostgresReplica replica() {
        return ours(replica, "PostgreSQL");
    }

    /** Redis; fails when it is external. */
    public RedisServer redis() {
        return ours(redis, "Redis");
    }

    /** The gateway. */
    public Gateway gateway() {
        return gateway;
    }

    /** Base address of Prometheus, which answers when it was asked for. */
    public URI prometheusUrl() {
        return prometheus().url();
    }

    /** Base address of Alertmanager, which answers when it was asked for. */
    public URI alertmanagerUrl() {
        return alertmanager().url();
    }

    /** Prometheus, which runs when it was asked for. */
    public PrometheusServer prometheus() {
        return observability.prometheus();
    }

    /** Alertmanager, which runs when it was asked for. */
    public Alertmanager alertmanager() {
        return observability.alertmanager();
    }

    /** Address for clients, such as https://localhost:8443. */
    public URI gatewayUrl() {
        return gateway.url();
    }

    /** The database server that services use, ours or external. */
    public DatabaseServer database() {
        return config.externalDatabase().orElseGet(() -> postgres().server());
    }

    /** The Redis that services use, ours or external, with its password. */
    public URI redisUrl() {
        return config.externalRedis().orElseGet(() -> redis().url());
    }

    /** The suite's passwords, keys and certificate. */
    public Secrets secrets() {
        return secrets;
    }

    /** The configuration that it was made of. */
    public SuiteConfig config() {
        return config;
    }

    /** The folder that holds all it writes. */
    public StateFolder state() {
        return state;
    }

    /** Whether Prometheus and the others that watch belong to the suite: asked for, or running. */
    public boolean isObserved() {
        return observability.isPresent();
    }

    /** Log files by the names under which {@code ./brigade logs} knows them. */
    public Map<String, Path> logs() {
        var logs = new LinkedHashMap<String, Path>();
        all().stream()
                .filter(component -> !(component instanceof MonitoringTool) || Files.exists(component.log()))
                .forEach(component -> logs.put(component.name(), component.log()));
        logs.put("gateway-access", gateway.accessLog());
        logs.put("gateway-error", gateway.errorLog());
        return logs;
    }

    private static <T> T ours(@Nullable T component, String what) {
        return Optional.ofNullable(component)
                .orElseThrow(() -> new SuiteException(what + " is external here: it is not ours to start or stop."));
    }
}
