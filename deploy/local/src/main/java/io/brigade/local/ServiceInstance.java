package io.brigade.local;

import io.brigade.local.process.Launch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One JVM of one service. */
public final class ServiceInstance extends ProcessComponent {

    /** Small and fixed, so that eight of them fit beside everything else; one heap size for all makes them comparable. */
    static final List<String> JVM = List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "-Xms48m",
            "-Xmx128m",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            // What the compilers used while starting goes back to the system: 30 MB each.
            "-XX:TrimNativeHeapInterval=10000",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED");

    private final ServiceName service;
    private final int port;
    private final int managementPort;
    private final ServiceArtefact artefact;
    private final ServiceEnvironment environment;
    private final Path runningVersion;

    ServiceInstance(
            ServiceName service,
            int number,
            Ports ports,
            StateFolder state,
            ServiceArtefact artefact,
            ServiceEnvironment environment) {
        super(name(service, number), state, state.apps());
        this.service = service;
        this.port = ports.service(service, number);
        this.managementPort = ports.management(service, number);
        this.artefact = artefact;
        this.environment = environment;
        this.runningVersion = state.run().resolve(name() + ".version");
    }

    static String name(ServiceName service, int number) {
        return service.lower() + "-" + number;
    }

    ServiceName service() {
        return service;
    }

    /** Base address of its API, without the gateway. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Base address of its management port: /ready, /live, /health, /metrics. */
    public URI managementUrl() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** Fails with the remedy when the service is not built. */
    void requireBuilt() {
        artefact.requireBuilt();
    }

    /** Whether it runs an older build than the present one, or does not know by now where logs go or who there is. */
    public boolean isOutdated() {
        try {
            return !Files.readString(runningVersion).equals(wantedVersion());
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    List<Integer> ports() {
        return List.of(port, managementPort);
    }

    @Override
    Duration patience() {
        return Duration.ofMinutes(2);
    }

    @Override
    boolean answers() {
        return HttpProbe.answers200(managementUrl().resolve("/ready"));
    }

    @Override
    Launch prepare() {
        var version = artefact.version();
        var jar = artefact.deploy(version);
        try {
            Files.writeString(runningVersion, wantedVersion());
        } catch (IOException e) {
            throw new SuiteException("Cannot write " + runningVersion + ".", e);
        }
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JVM);
        command.addAll(List.of("-jar", jar.toString()));
        return new Launch(command, variables(), log());
    }

    private String wantedVersion() {
        return artefact.version() + " " + environment.passing(service);
    }

    private Map<String, String> variables() {
        var variables = environment.of(service, name());
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        return variables;
    }
}
