package io.brigade.staff.ops;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;

/** Prometheus' HTTP API, as far as it is needed. */
interface PrometheusClient {

    /** Evaluates an expression now. */
    @GET
    @Path("/api/v1/query")
    Uni<Answer> query(@QueryParam("query") String expression);

    /** The envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(Data data) {}

    /** An instant vector. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(List<Series> result) {}

    /** One series: its labels and {@code [time, "value"]}. */
    record Series(Map<String, String> metric, List<Object> value) {

        double number() {
            return Double.parseDouble(value.get(1).toString().replace("Inf", "Infinity"));
        }
    }
}
