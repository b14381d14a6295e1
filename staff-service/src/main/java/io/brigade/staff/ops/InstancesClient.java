package io.brigade.staff.ops;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The management port of one instance. */
interface InstancesClient {

    /** Its meters in the Prometheus text format. */
    @GET
    @Path("/metrics")
    Uni<String> metrics();
}
