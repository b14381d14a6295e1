package io.brigade.local;

import io.brigade.local.install.Tools;
import io.brigade.local.process.Launch;
import io.brigade.local.process.Shell;
import io.brigade.local.secrets.TlsCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** NGINX: the only way in from outside. */
public final class Gateway extends ProcessComponent implements Reloadable {

    private static final String MAIN_FILE = "nginx.conf";

    private final Ports ports;
    private final Path folder;
    private final TlsCertificate certificate;
    private final NginxConfiguration configuration;

    Gateway(SuiteConfig config, StateFolder state, Rotation rotation, TlsCertificate certificate) {
        super("gateway", state, state.gateway());
        this.ports = config.ports();
        this.folder = state.gateway();
        this.certificate = certificate;
        this.configuration = new NginxConfiguration(config, state, rotation, certificate);
    }

    /** Address for clients. */
    public URI url() {
        return URI.create("https://localhost:" + ports.https());
    }

    /** Address of the redirect to {@link #url()}. */
    public URI plainUrl() {
        return URI.create("http://localhost:" + ports.http());
    }

    /** Loopback address through which services reach each other, with {@code /nginx_status}. */
    public URI internalUrl() {
        return URI.create("http://127.0.0.1:" + ports.internal());
    }

    /** PEM file of the certificate, for tools such as curl. */
    public Path certificate() {
        return certificate.certificate();
    }

    /** Trusts exactly the gateway's certificate. */
    public SSLContext trust() {
        return certificate.trust();
    }

    /** One JSON line per request. */
    public Path accessLog() {
        return configuration.accessLog();
    }

    /** NGINX's own messages. */
    public Path errorLog() {
        return configuration.errorLog();
    }

    /** Fails with the remedy when the site is not built. */
    void requireBuilt() {
        if (!Files.isRegularFile(configuration.site().resolve("index.html"))) {
            throw new SuiteException("The gateway's site is not built: " + configuration.site()
                    + " is missing. Build with: mvn -DskipTests package");
        }
    }

    /** Not a request is dropped. */
    @Override
    public boolean reloadIfChanged() {
        var changed = writeConfiguration();
        if (changed) {
            check();
            signal("HUP");
        }
        return changed;
    }

    /** New worker processes with the configuration and the certificate as they are now; not a request is dropped. */
    void reload() {
        if (!reloadIfChanged()) {
            check();
            signal("HUP");
        }
    }

    @Override
    List<Integer> ports() {
        return List.of(ports.https(), ports.http(), ports.internal());
    }

    @Override
    boolean answers() {
        return HttpProbe.answers200(internalUrl().resolve("/health"));
    }

    /** Requests in progress are finished; sockets that stay open are cut after the time below. */
    @Override
    String stopSignal() {
        return "QUIT";
    }

    @Override
    Duration stopPatience() {
        return Duration.ofSeconds(3);
    }

    @Override
    Launch prepare() {
        requireBuilt();
        certificate.ensure();
        writeConfiguration();
        check();
        return new Launch(nginx("-g", "daemon off;"), Map.of(), log());
    }

    private void check() {
        Shell.run(Map.of(), nginx("-t", "-q")).orFail("NGINX refuses the configuration in " + folder);
    }

    private List<String> nginx(String... options) {
        var program = Tools.find("nginx")
                .orElseThrow(() -> new SuiteException("NGINX is not installed: sudo apt-get install nginx"));
        var command = new ArrayList<>(List.of(
                program.toString(), "-p", folder.toString(), "-e", errorLog().toString(), "-c", "conf/" + MAIN_FILE));
        command.addAll(List.of(options));
        return command;
    }

    private boolean writeConfiguration() {
        var changed = false;
        try {
            Files.createDirectories(folder.resolve("conf"));
            Files.createDirectories(folder.resolve("tmp"));
            for (var file : Templates.render(configuration.templates(), configuration.values())
                    .entrySet()) {
                var target = folder.resolve("conf").resolve(file.getKey());
                if (!Files.exists(target) || !Files.readString(target).equals(file.getValue())) {
                    Files.writeString(target, file.getValue());
                    changed = true;
                }
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot write in " + folder + ".", e);
        }
        return changed;
    }
}
