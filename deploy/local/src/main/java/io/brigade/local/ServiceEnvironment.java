package io.brigade.local;

import io.brigade.local.secrets.Secrets;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The variables that configure services. What the user set stays, save what tells instances apart. */
final class ServiceEnvironment {

    private final SuiteConfig config;
    private final InstanceCounts counts;
    private final Secrets secrets;
    private final LogShipping logs;
    private final Supplier<DatabaseServer> currentDatabase;
    private final Supplier<URI> currentRedis;
    private final Optional<PostgresPrimary> ours;

    ServiceEnvironment(
            SuiteConfig config,
            Secrets secrets,
            LogShipping logs,
            Supplier<DatabaseServer> currentDatabase,
            Supplier<URI> currentRedis,
            Optional<PostgresPrimary> ours) {
        this.config = config;
        this.counts = new InstanceCounts(config, new StateFolder(config.home()));
        this.secrets = secrets;
        this.logs = logs;
        this.currentDatabase = currentDatabase;
        this.currentRedis = currentRedis;
        this.ours = ours;
    }

    /** What a running instance has to be restarted for when it changes. */
    String passing(ServiceName service) {
        var shipping = new TreeMap<>(logs.ofServices()).toString();
        return service == ServiceName.STAFF ? shipping + " " + managementAddresses() : shipping;
    }

    Map<String, String> of(ServiceName service, String instance) {
        var database = currentDatabase.get();
        var variables = new HashMap<String, String>();
        variables.putAll(defaults(service));
        variables.putAll(config.environment());
        variables.put("BRIGADE_INSTANCE", instance);
        variables.put("BRIGADE_DB_HOST", database.host());
        variables.put("BRIGADE_DB_PORT", Integer.toString(database.port()));
        variables.put("BRIGADE_DB_USER", database.user());
        variables.put("BRIGADE_DB_PASSWORD", database.password());
        variables.put("BRIGADE_DB_NAME", service.database());
        variables.put("BRIGADE_REDIS_URL", currentRedis.get().toString());
        return variables;
    }

    private Map<String, String> defaults(ServiceName service) {
        var internalGateway = "http://127.0.0.1:" + config.ports().internal();
        var keys = secrets.tokenKeys();
        var defaults = new HashMap<>(Map.of(
                "BRIGADE_DEMO",
                "true",
                "BRIGADE_MENU_URL",
                internalGateway,
                "BRIGADE_ORDERS_URL",
                internalGateway,
                "BRIGADE_STAFF_URL",
                internalGateway,
                "BRIGADE_TOKEN_PUBLIC_KEYS",
                keys.publicKeys().toString(),
                // Two arenas instead of eight per core: native memory stays where it is counted.
                "MALLOC_ARENA_MAX",
                "2"));
        defaults.putAll(logs.ofServices());
        if (config.listensOnLoopbackOnly()) {
            defaults.put("BRIGADE_PURPOSE", "demonstration");
        }
        if (service == ServiceName.STAFF) {
            defaults.put("BRIGADE_TOKEN_PRIVATE_KEY", keys.privateKey().toString());
            defaults.put("BRIGADE_TOKEN_KEY_ID", keys.keyId());
            defaults.put("BRIGADE_PIN_PEPPER", secrets.pinPepper());
            defaults.put("BRIGADE_SETUP_SECRET", secrets.setupSecret());
            defaults.put("BRIGADE_OPS_INSTANCES", managementAddresses());
            // Whether it runs or not: it may be started later, and being refused on the loopback costs nothing.
            defaults.put(
                    "BRIGADE_OPS_PROMETHEUS",
                    "http://127.0.0.1:" + config.ports().prometheus());
        }
        if (service == ServiceName.PAYMENTS) {
            var fiscal = secrets.fiscalKeys();
            defaults.put("BRIGADE_FISCAL_SIGNING_KEY", fiscal.privateKey().toString());
            defaults.put("BRIGADE_FISCAL_PUBLIC_KEY", fiscal.publicKey().toString());
            defaults.put(
                    "BRIGADE_FISCAL_HEADS_FOLDER",
                    new StateFolder(config.home()).fiscalHeads().toString());
            ours.map(PostgresPrimary::asPaymentsOwner).ifPresent(owner -> {
                defaults.put("BRIGADE_DB_MIGRATION_USER", owner.user());
                defaults.put("BRIGADE_DB_MIGRATION_PASSWORD", owner.password());
            });
        }
        if (service == ServiceName.PAYMENTS && config.externalDatabase().isEmpty()) {
            defaults.put("BRIGADE_REPORTS_DB_HOST", "127.0.0.1");
            defaults.put(
                    "BRIGADE_REPORTS_DB_PORT", Integer.toString(config.ports().replica()));
        }
        return defaults;
    }

    private String managementAddresses() {
        return Arrays.stream(ServiceName.values())
                .flatMap(service -> IntStream.rangeClosed(1, counts.of(service))
                        .mapToObj(instance -> "%s@http://127.0.0.1:%d"
                                .formatted(service.lower(), config.ports().management(service, instance))))
                .collect(Collectors.joining(","));
    }
}
