package io.brigade.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What distinguishes one local suite from another.
 *
 * @param repository root of the repository, where the built artefacts are
 * @param home state folder
 * @param ports port plan
 * @param instances how many instances of each service, 1 to 9, unless it is scaled
 * @param everyInstance whether as many instances as there can be belong to the suite: none escapes who looks for all
 * @param environment variables that are passed on to the services and that may name an external database or Redis
 */
public record SuiteConfig(
        Path repository,
        Path home,
        Ports ports,
        int instances,
        boolean everyInstance,
        Map<String, String> environment) {

    static final int MOST_INSTANCES = 9;
    private static final int REQUESTS_PER_SECOND = 50;
    private static final int MOST_REQUESTS_PER_SECOND = 100_000;

    /** Rejects a number of instances for which there are no ports. */
    public SuiteConfig {
        repository = repository.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
        requirePossible("BRIGADE_INSTANCES", instances);
    }

    /** Rejects a number of instances for which there are no ports. */
    static void requirePossible(String what, int instances) {
        if (instances < 1 || instances > MOST_INSTANCES) {
            throw new SuiteException(what + " must be between 1 and " + MOST_INSTANCES + ", and is " + instances + ".");
        }
    }

    /** Reads BRIGADE_HOME, BRIGADE_PORT_OFFSET and BRIGADE_INSTANCES; the defaults are .brigade, 0 and 2. */
    public static SuiteConfig of(Path repository, Map<String, String> environment) {
        return new SuiteConfig(
                repository,
                Path.of(environment.getOrDefault(
                        "BRIGADE_HOME", repository.resolve(".brigade").toString())),
                new Ports(number(environment, "BRIGADE_PORT_OFFSET", 0)),
                number(environment, "BRIGADE_INSTANCES", 2),
                false,
                environment);
    }

    /** The same suite elsewhere: another state folder and other ports, as system tests need it. */
    public SuiteConfig at(Path otherHome, int portOffset) {
        return new SuiteConfig(repository, otherHome, new Ports(portOffset), instances, everyInstance, environment);
    }

    /** The same suite with one more variable for the services. */
    public SuiteConfig with(String variable, String value) {
        var extended = new HashMap<>(environment);
        extended.put(variable, value);
        return new SuiteConfig(repository, home, ports, instances, everyInstance, extended);
    }

    /** The same suite with as many instances of each service as there can be. */
    public SuiteConfig withAllInstances() {
        return new SuiteConfig(repository, home, ports, instances, true, environment);
    }

    /** The variable, when it is set and not blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Whether Prometheus, Alertmanager and the exporters belong to the suite: BRIGADE_OBSERVABILITY. */
    boolean observability() {
        return variable("BRIGADE_OBSERVABILITY").orElse("false").equals("true");
    }

    /** Where backups are kept: BRIGADE_BACKUPS, best on another disk. */
    Path backups() {
        return variable("BRIGADE_BACKUPS")
                .map(Path::of)
                .orElse(home.resolve("backups"))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * When a commit is acknowledged: BRIGADE_SYNCHRONOUS_COMMIT. {@code on}: it is on the primary's disk.
     * {@code remote_apply}: the replica has it, too, and nothing can be written while there is no replica.
     */
    String synchronousCommit() {
        var value = variable("BRIGADE_SYNCHRONOUS_COMMIT").orElse("on");
        if (!value.equals("on") && !value.equals("remote_apply")) {
            throw new SuiteException("BRIGADE_SYNCHRONOUS_COMMIT must be on or remote_apply, and is «" + value + "».");
        }
        return value;
    }

    /** What the gateway lets one token ask: BRIGADE_REQUESTS_PER_SECOND. */
    int requestsPerSecond() {
        var rate = number(environment, "BRIGADE_REQUESTS_PER_SECOND", REQUESTS_PER_SECOND);
        if (rate < 1 || rate > MOST_REQUESTS_PER_SECOND) {
            throw new SuiteException("BRIGADE_REQUESTS_PER_SECOND must be between 1 and " + MOST_REQUESTS_PER_SECOND
                    + ", and is " + rate + ".");
        }
        return rate;
    }

    /** Where the gateway listens: loopback unless BRIGADE_LISTEN says otherwise, because the demo's PINs are public. */
    String listenAddress() {
        return variable("BRIGADE_LISTEN").orElse("127.0.0.1");
    }

    /** Whether nobody but this machine reaches the gateway: then public PINs do no harm. */
    boolean listensOnLoopbackOnly() {
        return listenAddress().matches("localhost|127\\.[0-9.]+|\\[?::1]?");
    }

    /** How this machine reaches the gateway: where it listens, by its name on the certificate when that is loopback too. */
    String reachableAddress() {
        var listen = listenAddress();
        return listen.equals("127.0.0.1") || listen.equals("0.0.0.0") ? "localhost" : listen;
    }

    /** The PostgreSQL that the user brought along, from BRIGADE_DB_HOST, _PORT, _USER and _PASSWORD. */
    Optional<DatabaseServer> externalDatabase() {
        return variable("BRIGADE_DB_HOST")
                .map(host -> new DatabaseServer(
                        host,
                        number(environment, "BRIGADE_DB_PORT", 5432),
                        variable("BRIGADE_DB_USER").orElse("brigade"),
                        variable("BRIGADE_DB_PASSWORD").orElse("")));
    }

    /** The Redis that the user brought along, from BRIGADE_REDIS_URL. */
    Optional<URI> externalRedis() {
        return variable("BRIGADE_REDIS_URL").map(URI::create);
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        var value = environment.getOrDefault(name, "").strip();
        try {
            return value.isEmpty() ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new SuiteException(name + " must be a number, and is «" + value + "».", e);
        }
    }
}
