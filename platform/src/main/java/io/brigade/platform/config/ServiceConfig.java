package io.brigade.platform.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings that every service has. Secrets have no default outside the dev and test profiles. */
@ConfigMapping(prefix = "brigade")
public interface ServiceConfig {

    /** Name of the service, as it stands in event ids, consumer groups and the {@code service} label. */
    String service();

    /** Name of this instance among its siblings. */
    @WithDefault("${brigade.service}-local")
    String instance();

    /** Whether the demo restaurant is put in once, at the first start. */
    @WithDefault("false")
    boolean demo();

    /** PostgreSQL. */
    Db db();

    /** The stream of events. */
    Events events();

    /** PostgreSQL database of this service. */
    interface Db {
        /** Host name or address. */
        String host();

        /** Port. */
        int port();

        /** Database name. */
        String name();

        /** Role that owns the database. */
        String user();

        /** Its password. */
        String password();
    }

    /** Event stream settings. */
    interface Events {
        /** Redis key of the stream that all services append to and follow. */
        @WithDefault("brigade:events")
        String stream();

        /** How far back the stream reaches; a consumer that was away longer reads the owners' API again. */
        @WithDefault("PT24H")
        Duration retention();

        /** How long outbox rows are kept after they were relayed, so that a lost Redis can be filled again. */
        @WithDefault("PT48H")
        Duration outboxRetention();
    }
}
