package io.brigade.staff.restaurant;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may open restaurants. */
@ConfigMapping(prefix = "brigade.setup")
interface SetupConfig {

    /** Whoever knows it may open restaurants, with an admin each. Nobody may while it is not set. */
    Optional<String> secret();
}
