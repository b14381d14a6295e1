package io.brigade.menu.carte;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of the carte. */
@ConfigMapping(prefix = "brigade.menu")
interface CarteConfig {

    /** Longest life of a cached carte: of an entry that nobody invalidated, because Redis was away just then. */
    Duration cacheLifetime();
}
