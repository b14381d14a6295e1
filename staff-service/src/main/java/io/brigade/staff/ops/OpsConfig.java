package io.brigade.staff.ops;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where the operations summary comes from. */
@ConfigMapping(prefix = "brigade.ops")
interface OpsConfig {

    /**
     * Prometheus, such as {@code http://prometheus:9090}, for the operations summary. When it does not answer the instances
     * are asked.
     */
    Optional<URI> prometheus();

    /**
     * Management addresses of all instances, such as {@code orders@http://orders-1:9000}, separated by commas: asked when
     * there is no Prometheus.
     */
    Optional<List<String>> instances();
}
