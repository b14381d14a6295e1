package io.brigade.platform.openapi;

import io.brigade.platform.security.Role;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.servers.Server;
import org.jboss.jandex.IndexView;

/**
 * Adds to the document, when a service is built, what its code says elsewhere: who may call an operation, the problems
 * it can answer with, headers that follow from its shape, which fields can be null, and whole examples.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RestaurantApiFilter implements OASFilter {

    private static final String ROLES = "x-roles";
    private static final String NEVER_REPLAYED = "x-never-replayed";

    /** As they look on the wire: times are in UTC. */
    private static final Map<String, String> TIMES =
            Map.of("OffsetDateTime", "2026-11-23T19:30:12.345678Z", "LocalDate", "2026-11-23");

    private final IndexView index;

    /** Made by Quarkus, with the index of the service's classes. */
    public RestaurantApiFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(
                // First, because Swagger UI sends there what is tried out.
                server("/", "The installation that serves this page"),
                server("https://api.brigade.example", "Production"),
                server("https://localhost:8443", "Development")));
        completeSchemas(api);
        ProblemResponses problems = new ProblemResponses(new ProblemCatalogue(index), api.getComponents());
        Examples examples = new Examples(api.getComponents(), Schemas.of(api));
        api.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .forEach((verb, operation) -> {
                    RestaurantOperation known = RestaurantOperation.of(verb, operation, index);
                    describe(known);
                    Headers.addTo(known);
                    problems.addTo(known);
                    examples.addTo(operation);
                }));
        sort(api.getComponents());
    }

    private void completeSchemas(OpenAPI api) {
        Schemas schemas = Schemas.of(api);
        TIMES.forEach((name, example) -> {
            Schema time = schemas.byName().get(name);
            if (time != null) {
                time.setExamples(List.of(example));
            }
        });
        new OpenEnums(schemas).apply(schemas.inAnswers(api));
        new Nullability(api, index).apply();
        schemas.dropUnusedValues(api);
    }

    /** By name, so that a change shows in one place when documents are compared. */
    private static void sort(Components components) {
        components.setExamples(components.getExamples() == null ? null : new TreeMap<>(components.getExamples()));
        components.setResponses(new TreeMap<>(components.getResponses()));
    }

    private static Server server(String url, String description) {
        return OASFactory.createServer().url(url).description(description);
    }

    private static void describe(RestaurantOperation known) {
        Operation operation = known.operation();
        List<String> roles = known.needsSignIn() ? known.roles() : List.of("anyone");
        operation.addExtension(ROLES, roles);
        if (known.isNeverReplayed()) {
            operation.addExtension(NEVER_REPLAYED, true);
        }
        String sentence = "Roles: " + (known.roles().equals(Role.ALL) ? "all" : String.join(", ", roles)) + ".";
        operation.setDescription(
                operation.getDescription() == null ? sentence : operation.getDescription() + "\n\n" + sentence);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getDescription() == null) {
                response.setDescription(status.equals("201") ? "Created" : "OK");
            }
        });
    }
}
