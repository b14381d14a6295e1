package io.brigade.local.install;

import java.nio.file.Path;
import java.util.Optional;

/** A program that the suite runs, and the Debian package that brings it. */
public enum Requirement {
    /** Full server with its tools. */
    POSTGRESQL("postgresql", "postgres") {
        @Override
        public boolean isMet() {
            return Tools.postgres().isPresent();
        }
    },
    /** Only what talks to someone else's server. */
    POSTGRESQL_CLIENT("postgresql-client", "psql"),
    /** Redis server. */
    REDIS("redis-server", "redis-server"),
    /** Web server. */
    NGINX("nginx", "nginx"),
    /** Collects and keeps measurements, evaluates alerts; with promtool. */
    PROMETHEUS("prometheus", "prometheus"),
    /** Tells people about alerts; with amtool. */
    ALERTMANAGER("prometheus-alertmanager", "prometheus-alertmanager", "alertmanager"),
    /** Measures the machine. */
    NODE_EXPORTER("prometheus-node-exporter", "prometheus-node-exporter", "node_exporter"),
    /** Measures PostgreSQL. */
    POSTGRES_EXPORTER("prometheus-postgres-exporter", "prometheus-postgres-exporter", "postgres_exporter"),
    /** Measures Redis. */
    REDIS_EXPORTER("prometheus-redis-exporter", "prometheus-redis-exporter", "redis_exporter"),
    /** Measures NGINX. */
    NGINX_EXPORTER("prometheus-nginx-exporter", "prometheus-nginx-exporter", "nginx-prometheus-exporter"),
    /** Asks from outside, as a client would. */
    BLACKBOX_EXPORTER("prometheus-blackbox-exporter", "prometheus-blackbox-exporter", "blackbox_exporter"),
    /** Builds and checks the web application; checks the dashboards' types. */
    NODE("nodejs", "node"),
    /** Brings what that is done with. */
    NPM("npm", "npm"),
    /** Shows the web application to its tests, and the demo to whoever looks on. */
    CHROMIUM("chromium", "chromium"),
    /** Moves the clock of a process, for a test that CI leaves out. */
    FAKETIME("faketime", "faketime");

    private final String debianPackage;
    private final String program;
    private final String makersName;

    /** Debian prefixes the names of some programs; their makers do not. */
    Requirement(String debianPackage, String program, String makersName) {
        this.debianPackage = debianPackage;
        this.program = program;
        this.makersName = makersName;
    }

    Requirement(String debianPackage, String program) {
        this(debianPackage, program, program);
    }

    /** Whether the program is there. */
    public boolean isMet() {
        return program().isPresent();
    }

    /** Path of the program, under whichever of its names it is found. */
    public Optional<Path> program() {
        return Tools.find(program).or(() -> Tools.find(makersName));
    }

    /** Name of the package on Debian and Ubuntu. */
    public String debianPackage() {
        return debianPackage;
    }
}
