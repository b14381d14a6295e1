package io.brigade.platform.openapi;

import io.brigade.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.servers.Server;

/** Adds to every operation what holds for all: the problems it can answer with, and the Idempotency-Key of writes. */
public class RestaurantApiFilter implements OASFilter {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

    private static final Map<String, String> ALWAYS = sorted(
            "400", "The request is malformed or a field is not valid.",
            "429", "Too many requests; Retry-After says when to try again.",
            "500", "A defect on our side; trace_id finds it in the logs.",
            "503", "A system that is needed is away; Retry-After says when to try again.");

    private static final Map<String, String> SIGNED_IN = sorted(
            "401", "No token, or one that is expired or not valid here.",
            "403", "The caller's role does not allow this.",
            "404", "No such thing in the caller's restaurant.");

    private static final Map<String, String> WRITES = sorted(
            "409", "The state does not allow this now, or the same request is still running.",
            "413", "The body is over 256 KiB.",
            "415", "The body is not JSON.",
            "422", "A business rule refuses it, or the Idempotency-Key was used for another request.");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(
                // First, because Swagger UI sends there what is tried out.
                server("/", "The installation that serves this page"),
                server("https://api.brigade.example", "Production"),
                server("https://localhost:8443", "Development")));
        api.getPaths().getPathItems().values().forEach(RestaurantApiFilter::complete);
    }

    private static Server server(String url, String description) {
        return OASFactory.createServer().url(url).description(description);
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
                if (signedIn && !hasHeader(operation, IDEMPOTENCY_KEY)) {
                    operation.addParameter(idempotencyKey());
                }
                if (hasHeader(operation, "If-Match")) {
                    add(operation, "412", "Somebody changed it since; the current state is in the answer.");
                }
            }
        });
    }

    private static void add(Operation operation, String status, String description) {
        APIResponse known = operation.getResponses().getAPIResponse(status);
        if (known == null || known.getContent() == null) {
            operation.getResponses().addAPIResponse(status, problem(description));
        }
    }

    private static boolean hasHeader(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    /** In the same order in every run: the document is compared with the committed one. */
    private static Map<String, String> sorted(String... statusesAndTexts) {
        Map<String, String> sorted = new TreeMap<>();
        for (int i = 0; i < statusesAndTexts.length; i += 2) {
            sorted.put(statusesAndTexts[i], statusesAndTexts[i + 1]);
        }
        return sorted;
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
                .name(IDEMPOTENCY_KEY)
                .in(Parameter.In.HEADER)
                .description("A new value per new request: the same request sent again gets the first answer.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .pattern("^[A-Za-z0-9_-]{1,64}$"));
    }
}
