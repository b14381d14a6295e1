package io.brigade.local;

import io.brigade.local.install.Tools;
import io.brigade.local.secrets.TlsCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the gateway's templates are filled in with on this machine. */
final class NginxConfiguration {

    private static final System.Logger LOG = System.getLogger(NginxConfiguration.class.getName());
    private static final String PASSIVE_FAILOVER = " max_fails=3 fail_timeout=2s";
    /** What may come at once of what may come in so many seconds. */
    private static final int SECONDS_AT_ONCE = 4;

    private static final String WHATEVER_ITS_RECORD = " max_fails=0";

    /**
     * Of an instance that is being replaced: asked only when the others can't be. It must not be missing, because a
     * worker whose clients are never idle keeps the lists that it was started with while the next one is replaced.
     */
    private static final String WHILE_IT_IS_REPLACED = " backup";

    private final SuiteConfig config;
    private final InstanceCounts counts;
    private final Rotation rotation;
    private final StateFolder state;
    private final LogShipping logs;
    private final TlsCertificate certificate;

    NginxConfiguration(SuiteConfig config, StateFolder state, Rotation rotation, TlsCertificate certificate) {
        this.config = config;
        this.counts = new InstanceCounts(config, state);
        this.rotation = rotation;
        this.logs = new LogShipping(config, state);
        this.state = state;
        this.certificate = certificate;
    }

    Path templates() {
        return config.repository().resolve("gateway/nginx");
    }

    Path site() {
        return config.repository().resolve("gateway/target/site");
    }

    Path accessLog() {
        return state.log("gateway-access");
    }

    Path errorLog() {
        return state.log("gateway-error");
    }

    Map<String, String> values() {
        var ports = config.ports();
        var values = new HashMap<>(Map.of(
                "WORKER_USER", workerUser(),
                "ACCESS_LOG", accessLog().toString(),
                "ERROR_LOG", errorLog().toString(),
                "SITE", site().toString(),
                "TLS_CERTIFICATE", certificate.certificate().toString(),
                "TLS_KEY", certificate.key().toString(),
                "HTTPS_LISTEN", listen(ports.https(), " ssl http2"),
                "HTTP_LISTEN", listen(ports.http(), ""),
                "INTERNAL_LISTEN", "listen 127.0.0.1:" + ports.internal() + ";",
                "HTTPS_PORT_SUFFIX", ":" + ports.https()));
        values.put("NAME_SERVERS", ""); // instances here are addresses, not names
        values.putAll(logging());
        values.put("REQUESTS_PER_SECOND", Integer.toString(config.requestsPerSecond()));
        values.put("REQUESTS_AT_ONCE", Integer.toString(config.requestsPerSecond() * SECONDS_AT_ONCE));
        for (var service : ServiceName.values()) {
            var name = service.name();
            values.put(name + "_SERVERS", servers(service, number -> ports.service(service, number), PASSIVE_FAILOVER));
            values.put(
                    name + "_ANY_SERVERS",
                    servers(service, number -> ports.service(service, number), WHATEVER_ITS_RECORD));
            values.put(
                    name + "_READY_SERVERS",
                    servers(service, number -> ports.management(service, number), WHATEVER_ITS_RECORD));
        }
        return values;
    }

    private Map<String, String> logging() {
        var target = logstash();
        return Map.of(
                "PROCESS_LOG_LEVEL", target.isPresent() ? "crit" : "warn",
                "REQUEST_LOG_LEVEL", target.isPresent() ? "error" : "warn",
                "LOGSTASH_ACCESS_LOG", target.map(NginxConfiguration::syslog).orElse(""));
    }

    private static String syslog(String target) {
        return "access_log syslog:server=" + target + ",tag=nginx,severity=info,nohostname json_for_logstash;";
    }

    /** A gateway that opens is worth more than its log: an unknown host costs the log only. */
    private Optional<String> logstash() {
        var logstash = logs.target();
        var target = logstash.flatMap(LogstashAddress::resolvedForAccessLog);
        if (logstash.isPresent() && target.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "BRIGADE_LOGSTASH: the host «{0}» is not known. The gateway sends no access log there until the"
                            + " next ./brigade up.",
                    logstash.get().host());
        }
        return target;
    }

    /** One of them takes part at least, also when all are being replaced. */
    private String servers(ServiceName service, IntUnaryOperator portOfInstance, String options) {
        var all = IntStream.rangeClosed(1, counts.of(service)).boxed().toList();
        var takesPart = all.stream().anyMatch(number -> rotation.includes(service, number));
        return all.stream()
                .map(number -> "server 127.0.0.1:" + portOfInstance.applyAsInt(number) + options
                        + (takesPart && !rotation.includes(service, number) ? WHILE_IT_IS_REPLACED : "") + ";")
                .collect(Collectors.joining("\n    "));
    }

    private String listen(int port, String options) {
        var address = config.listenAddress();
        var sixToo = address.equals("127.0.0.1") && hasLoopback6();
        return Stream.concat(Stream.of(address), sixToo ? Stream.of("[::1]") : Stream.empty())
                .map(each -> String.format(Locale.ROOT, "listen %s:%d%s;", each, port, options))
                .collect(Collectors.joining("\n    "));
    }

    private static boolean hasLoopback6() {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("::1"), 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Workers of a master that is root run as another user, provided that this user can read the site. */
    private String workerUser() {
        if (!Tools.isRoot()) {
            return "";
        }
        var user = Unprivileged.otherUser(site(), "www-data", "nobody")
                .filter(other -> other.reaches(state.gateway()))
                .map(Unprivileged.OtherUser::name)
                .orElse("root");
        return "user " + user + ";";
    }
}
