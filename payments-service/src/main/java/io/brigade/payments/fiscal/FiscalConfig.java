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

    /** File with the EC P-256 key that signs, PKCS#8 PEM. */
    Optional<Path> signingKey();

    /** File with the public key that belongs to it, and those of earlier keys: what verification trusts. */
    Optional<Path> publicKey();

    /** Folder, best on another disk, where the heads of the chains are kept. */
    Optional<Path> headsFolder();

    /** Restaurants that only practise: their chains are marked from the first entry on. */
    Optional<Set<Long>> trainingRestaurants();

    /** How often entries are verified. */
    @WithDefault("PT5M")
    Duration verifyInterval();
}
