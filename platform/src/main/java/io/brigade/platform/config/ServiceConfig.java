package io.brigade.platform.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings that every service has. Secrets have no default outside the dev and test profiles. */
@ConfigMapping(prefix = "brigade")
public interface ServiceConfig {

    /** Name of the service, as it stands in event ids, consumer groups and the {@code service} label. Do not change it. */
    String service();

    /** Name of this instance. Must differ between instances of one service. */
    @WithDefault("${brigade.service}-local")
    String instance();

    /**
     * What the installation is for. {@code restaurant}: a packaged service refuses to start with a secret that everybody
     * could guess, and with {@code brigade.demo}. {@code demonstration}: both are allowed. {@code ./brigade up} sets
     * {@code demonstration} while the gateway listens on the loopback only.
     */
    @WithDefault("restaurant")
    Purpose purpose();

    /**
     * Fills in the demo restaurants at start unless they are there. Their PINs are public. Used by menu, orders and staff;
     * {@code ./brigade up} sets {@code true}.
     */
    @WithDefault("false")
    boolean demo();

    /**
     * When the database gets the tables that the code needs. {@code at-start}: every instance migrates before it is
     * ready. {@code only}: the process migrates, prints what it applied and ends with 0, or with 1 and the reason.
     * {@code off}: never; while the schema is older than the code, the instance opens no port, says which versions it
     * lacks and waits.
     */
    @WithDefault("at-start")
    Migrations migrations();

    /** How long an instance whose {@code brigade.migrations} is {@code off} waits for the schema; then it ends with 1. */
    @WithDefault("PT10M")
    Duration migrationsPatience();

    /** PostgreSQL. */
    Db db();

    /** Redis. */
    Redis redis();

    /** What tokens are verified with. */
    Token token();

    /** The stream of events. */
    Events events();

    /**
     * OpenTelemetry collector (OTLP over gRPC), such as {@code http://collector:4317}. Without it no spans are made.
     */
    Optional<URI> traces();

    /** What an instance takes on at a time. */
    Http http();

    /**
     * Addresses whose {@code X-Forwarded-*} headers are believed, separated by commas: an address, a network
     * ({@code 10.0.0.0/8}), or a host name, which is asked for at every request.
     */
    List<String> trustedProxies();

    /** Named circuit breakers whose state is shown as {@code circuit_breaker_state}. Do not change it. */
    Optional<List<String>> circuitBreakers();

    /** What an instance takes on at a time. */
    interface Http {
        /** Requests of the API that an instance works on at a time; it refuses others at once with 429. */
        @WithDefault("200")
        int maxRequests();
    }

    /** PostgreSQL database of this service. */
    interface Db {
        /** PostgreSQL server. */
        String host();

        /** Its port. */
        int port();

        /** The service's database. */
        String name();

        /** Role that the service works as. It owns the database unless there is a role for migrations. */
        String user();

        /** Its password. */
        String password();

        /**
         * Role that migrations run as and that then owns the tables; {@code brigade.db.user} gets what it needs.
         * Recommended for payments-service, whose journal the service may only add to.
         */
        @WithDefault("${brigade.db.user}")
        String migrationUser();

        /** Its password. */
        @WithDefault("${brigade.db.password}")
        String migrationPassword();
    }

    /** Redis. */
    interface Redis {
        /** Such as {@code redis://:password@host:6379}. A secret when it holds a password. */
        String url();
    }

    /** What tokens are verified with. */
    interface Token {
        /** File with the public keys (JSON Web Key Set) that verify tokens. */
        Path publicKeys();

        /** The only {@code iss} accepted; staff-service signs with it. */
        String issuer();

        /** The only {@code aud} accepted; staff-service signs with it. */
        String audience();
    }

    /** Event stream settings. */
    interface Events {
        /** Redis key of the event stream. The same for all services. */
        @WithDefault("brigade:events")
        String stream();

        /** How far back the stream reaches; a consumer that was away longer reads the owners' API again. */
        @WithDefault("PT24H")
        Duration retention();

        /** How long outbox rows are kept after they were relayed; inbox rows are kept twice as long. */
        @WithDefault("PT48H")
        Duration outboxRetention();
    }
}
