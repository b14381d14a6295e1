package io.brigade.orders.realtime;

import io.smallrye.config.ConfigMapping;
import java.util.Set;

/** Settings of the realtime stream. */
@ConfigMapping(prefix = "brigade.realtime")
interface RealtimeConfig {

    /**
     * Origins that may open a WebSocket, separated by commas: pages of other sites must not, with our users' tokens. The
     * request's own host is always allowed.
     */
    Set<String> allowedOrigins();
}
