package io.brigade.payments.erp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How entries get to the ERP. */
@ConfigMapping(prefix = "brigade.erp")
interface ErpConfig {

    /**
     * Where the ERP takes entries, https (http only on this machine). Without it entries are kept and sent once it is set.
     * {@code /health} tells whether it answers; nothing waits for it. See erp/README.md.
     */
    Optional<URI> url();

    /** Key of the signatures, 32 characters or more. Required with {@code brigade.erp.url}. */
    Optional<String> secret();

    /** How often it is asked whether it is there. */
    @WithDefault("PT10S")
    Duration watchInterval();

    /** How often is looked for entries that are due; new ones set out at once. */
    @WithDefault("PT1S")
    Duration pollInterval();

    /** Wait after the first failed attempt, doubled each time and shortened at random by up to half. */
    @WithDefault("PT1S")
    Duration firstWait();

    /** Longest wait between two attempts. */
    @WithDefault("PT1M")
    Duration longestWait();

    /** So many attempts with an entry may fail while the ERP is there; then it is dead. */
    @WithDefault("10")
    int maxStrikes();

    /**
     * How long an instance has to send an entry before another takes over. More than three times the time-out of a request.
     */
    @WithDefault("PT1M")
    Duration lease();

    /** Restaurants that an instance sends for at once. */
    @WithDefault("4")
    int parallel();
}
