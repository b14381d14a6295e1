package io.brigade.staff.ops;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where the operations summary comes from. */
@ConfigMapping(prefix = "brigade.ops")
interface OpsConfig {

    /** Prometheus, such as http://prometheus:9090; without it the instances themselves are asked. */
    Optional<URI> prometheus();

    /** Management addresses of all instances, such as {@code orders@http://orders-1:9000}. */
    Optional<List<String>> instances();
}
