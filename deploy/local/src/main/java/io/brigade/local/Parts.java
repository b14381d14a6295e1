package io.brigade.local;

import io.brigade.local.secrets.Secrets;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a suite is made of, and which of it goes by which name. Starts and stops nothing. */
final class Parts {

    private final SuiteConfig config;
    private final StateFolder state;
    private final InstanceCounts counts;
    private final Secrets secrets;
    private final LogShipping shipping;
    private final @Nullable PostgresPrimary postgres;
    private final @Nullable PostgresReplica replica;
    private final @Nullable RedisServer redis;
    private final List<Component> data;
    private final Map<ServiceName, ServiceGroup> services = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, ServiceArtefact> artefacts = new EnumMap<>(ServiceName.class);
    private final Gateway gateway;
    private final Observability observability;

    /** Its state folder is made when it is missing. */
    Parts(SuiteConfig config, Rotation rotation) {
        this.config = config;
        this.state = new StateFolder(config.home());
        state.create();
        this.counts = new InstanceCounts(config, state);
        this.secrets = new Secrets(state.secrets());
        this.shipping = new LogShipping(config, state);

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
        this.observability =
                new Observability(config, state, gateway, postgres, replica, this::database, this::redisUrl);

        var environment = new ServiceEnvironment(
                config, secrets, shipping, this::database, this::redisUrl, Optional.ofNullable(postgres));
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

    SuiteConfig config() {
        return config;
    }

    StateFolder state() {
        return state;
    }

    InstanceCounts counts() {
        return counts;
    }

    Secrets secrets() {
        return secrets;
    }

    LogShipping shipping() {
        return shipping;
    }

    /** PostgreSQL, its replica and Redis, or those of the user. */
    List<Component> data() {
        return data;
    }

    Gateway gateway() {
        return gateway;
    }

    Observability observability() {
        return observability;
    }

    @SuppressWarnings("NullAway") // the constructor puts one group for each name
    ServiceGroup group(ServiceName service) {
        return services.get(service);
    }

    /** Copies of former builds, which no instance runs any more. */
    void removeFormerBuilds() {
        artefacts.values().forEach(artefact -> artefact.removeAllBut(artefact.version()));
    }

    /** Those that shall run, the first of each service before the second ones. */
    List<ServiceInstance> instances() {
        return IntStream.rangeClosed(1, SuiteConfig.MOST_INSTANCES)
                .boxed()
                .flatMap(number -> Arrays.stream(ServiceName.values())
                        .filter(service -> number <= counts.of(service))
                        .map(service -> group(service).instance(number)))
                .toList();
    }

    /** In the order in which they start, those that watch last, asked for or not. */
    List<Component> all() {
        var all = new ArrayList<>(data);
        all.addAll(instances());
        all.add(gateway);
        all.addAll(observability.tools());
        return List.copyOf(all);
    }

    /** The same, and those that watch only when they were asked for or run. */
    List<Component> wanted() {
        return all().stream()
                .filter(component -> !(component instanceof MonitoringTool) || observability.isPresent())
                .toList();
    }

    /** With these names; a service's name stands for all its instances; all that are wanted when no name is given. */
    List<Component> select(List<String> names) {
        names.forEach(this::requireKnown);
        return (names.isEmpty() ? wanted() : all())
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

    /** Log files by the names under which {@code ./brigade logs} knows them. */
    Map<String, Path> logs() {
        var logs = new LinkedHashMap<String, Path>();
        all().stream()
                .filter(component -> !(component instanceof MonitoringTool) || Files.exists(component.log()))
                .forEach(component -> logs.put(component.name(), component.log()));
        logs.put("gateway-access", gateway.accessLog());
        logs.put("gateway-error", gateway.errorLog());
        return logs;
    }

    PostgresPrimary postgres() {
        return ours(postgres, "PostgreSQL");
    }

    PostgresReplica replica() {
        return ours(replica, "PostgreSQL");
    }

    RedisServer redis() {
        return ours(redis, "Redis");
    }

    DatabaseServer database() {
        return config.externalDatabase().orElseGet(() -> postgres().server());
    }

    URI redisUrl() {
        return config.externalRedis().orElseGet(() -> redis().url());
    }

    private static <T> T ours(@Nullable T component, String what) {
        return Optional.ofNullable(component)
                .orElseThrow(() -> new SuiteException(what + " is external here: it is not ours to start or stop."));
    }
}
