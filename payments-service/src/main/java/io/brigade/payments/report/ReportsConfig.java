package io.brigade.payments.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What reports are read from. */
@ConfigMapping(prefix = "brigade.reports")
interface ReportsConfig {

    /** A replica of the database. */
    Db db();

    /** A replica: same database, same role. */
    interface Db {
        /** Replica that reports are read from; when it does not answer the primary does. {@code ./brigade up} sets it. */
        @WithDefault("${brigade.db.host}")
        String host();

        /** Its port. */
        @WithDefault("${brigade.db.port}")
        int port();
    }
}
