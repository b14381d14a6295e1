package io.brigade.payments.erp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How entries get to the ERP. */
@ConfigMapping(prefix = "brigade.erp")
interface ErpConfig {

    /** Where entries are posted to; absent: they are kept until there is one. */
    Optional<URI> url();

    /** Key of the signatures, 32 characters or more. */
    Optional<String> secret();

    /** How often the ERP is asked whether it is there. */
    @WithDefault("PT10S")
    Duration watchInterval();

    /** How often is looked for what is due. */
    @WithDefault("PT1S")
    Duration pollInterval();

    /** Wait after the first failed attempt; doubles with each further one. */
    @WithDefault("PT1S")
    Duration firstWait();

    /** Longest wait between two attempts. */
    @WithDefault("PT1M")
    Duration longestWait();

    /** So many attempts may fail while the ERP is there; then the entry is dead. */
    @WithDefault("10")
    int maxStrikes();

    /** How long an instance may take to send an entry before another one takes over. */
    @WithDefault("PT1M")
    Duration lease();

    /** Restaurants that are served at once. */
    @WithDefault("4")
    int parallel();
}
