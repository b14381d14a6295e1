package io.brigade.platform.openapi;

import io.brigade.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to every operation what holds for all: the problems it can answer with, and the Idempotency-Key of writes. */
public class RestaurantApiFilter implements OASFilter {

    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

    private static final Map<String, String> ALWAYS = Map.of(
            "400", "The request is malformed or a field is not valid.",
            "429", "Too many requests; Retry-After says when to try again.",
            "500", "A defect on our side; trace_id finds it in the logs.",
            "503", "A system that is needed is away; Retry-After says when to try again.");

    private static final Map<String, String> SIGNED_IN = Map.of(
            "401", "No token, or one that is expired or not valid here.",
            "403", "The caller's role does not allow this.",
            "404", "No such thing in the caller's restaurant.");

    private static final Map<String, String> WRITES = Map.of(
            "409", "The state does not allow this now, or the same request is still running.",
            "413", "The body is over 256 KiB.",
            "415", "The body is not JSON.",
            "422", "A business rule refuses it, or the Idempotency-Key was used for another request.");

    /** The first is where Swagger UI sends what is tried out. */
    private static final List<String> SERVERS =
            List.of("The installation that serves this page", "Production", "Development");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        for (int i = 0; i < SERVERS.size() && i < api.getServers().size(); i++) {
            api.getServers().get(i).setDescription(SERVERS.get(i));
        }
        api.getPaths().getPathItems().values().forEach(RestaurantApiFilter::complete);
    }

    private static void complete(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            boolean signedIn =
                    operation.getSecurity() != null && !operation.getSecurity().isEmpty();
            ALWAYS.forEach((status, text) -> add(operation, status, text));
            if (signedIn) {
                SIGNED_IN.forEach((status, text) -> add(operation, status, text));
            }
            if (method != PathItem.HttpMethod.GET) {
                WRITES.forEach((status, text) -> add(operation, status, text));
                if (signedIn) {
                    operation.addParameter(idempotencyKey());
                }
            }
        });
    }

    private static void add(Operation operation, String status, String description) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation.getResponses().addAPIResponse(status, problem(description));
        }
    }

    private static APIResponse problem(String description) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM_SCHEMA)));
        return OASFactory.createAPIResponse().description(description).content(content);
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description("A new value per new request: the same request sent again gets the first answer.")
                .schema(OASFactory.createSchema()
                        .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING)
                        .pattern("^[A-Za-z0-9_-]{1,64}$"));
    }
}
