package io.brigade.payments.fiscal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of the fiscal journal. */
@ConfigMapping(prefix = "brigade.fiscal")
interface FiscalConfig {

    /** File with the EC P-256 key that signs the fiscal journal, PKCS#8 PEM. Required. */
    Optional<Path> signingKey();

    /**
     * File with its public key, PEM. Required. After a change of key the earlier public keys stay in it: they verify what they signed.
     */
    Optional<Path> publicKey();

    /** Folder for the heads of the journals, best on another disk: shows what was cut off or restored. */
    Optional<Path> headsFolder();

    /**
     * Numbers of restaurants that only practise, separated by commas. Counts when a restaurant's journal begins.
     */
    Optional<Set<Long>> trainingRestaurants();

    /** How often entries are verified, 2,000 at a time. */
    @WithDefault("PT5M")
    Duration verifyInterval();
}
