package io.brigade.platform.openapi;

import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.Problem;
import io.brigade.platform.problem.ProblemType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Writes into an operation every problem that it can answer with: by status, with its codes and an example of each. */
final class ProblemResponses {

    private static final String CODES = "x-problem-codes";

    private final ProblemCatalogue catalogue;
    private final Components components;

    ProblemResponses(ProblemCatalogue catalogue, Components components) {
        this.catalogue = catalogue;
        this.components = components;
    }

    void addTo(RestaurantOperation operation) {
        Map<Integer, List<ProblemType>> byStatus = problemsOf(operation).stream()
                .distinct()
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
        APIResponses responses = operation.operation().getResponses();
        List.copyOf(responses.getAPIResponses().keySet()).stream()
                .filter(status -> status.startsWith("4") || status.startsWith("5"))
                .forEach(responses::removeAPIResponse);
        byStatus.forEach((status, problems) -> responses.addAPIResponse(status.toString(), response(problems)));
    }

    private Collection<ProblemType> problemsOf(RestaurantOperation operation) {
        List<ProblemType> problems = new ArrayList<>(List.of(
                CommonProblem.BAD_REQUEST,
                CommonProblem.NOT_ACCEPTABLE,
                CommonProblem.TOO_MANY_REQUESTS,
                CommonProblem.INTERNAL_ERROR,
                CommonProblem.DEPENDENCY_UNAVAILABLE));
        addForInput(operation, problems);
        addForCaller(operation, problems);
        addForWrite(operation, problems);
        problems.addAll(catalogue.namedBy(operation.method()));
        return problems;
    }

    private static void addForInput(RestaurantOperation operation, List<ProblemType> problems) {
        if (operation.hasBody()) {
            problems.add(CommonProblem.PAYLOAD_TOO_LARGE);
            problems.add(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        if (operation.hasBody() || operation.has(Parameter.In.QUERY)) {
            problems.add(CommonProblem.VALIDATION_FAILED);
        }
    }

    private static void addForCaller(RestaurantOperation operation, List<ProblemType> problems) {
        if (operation.needsSignIn()) {
            problems.add(CommonProblem.UNAUTHENTICATED);
        }
        if (operation.isForSomeRolesOnly()) {
            problems.add(CommonProblem.FORBIDDEN);
        }
        if (operation.needsSignIn() && operation.has(Parameter.In.PATH)) {
            problems.add(CommonProblem.NOT_FOUND);
        }
    }

    private static void addForWrite(RestaurantOperation operation, List<ProblemType> problems) {
        if (operation.isWrite()) {
            problems.add(CommonProblem.REQUEST_IN_PROGRESS);
        }
        if (operation.takesIdempotencyKey()) {
            problems.add(CommonProblem.IDEMPOTENCY_KEY_INVALID);
            problems.add(CommonProblem.IDEMPOTENCY_KEY_REUSED);
            problems.add(CommonProblem.CONFLICT);
        }
        if (operation.requiresIdempotencyKey()) {
            problems.add(CommonProblem.IDEMPOTENCY_KEY_MISSING);
        }
        if (operation.hasHeader("If-Match")) {
            problems.add(CommonProblem.VERSION_MISMATCH);
        }
    }

    /** A reference to the one response with these codes, so that the document says each once. */
    private APIResponse response(List<ProblemType> problems) {
        List<ProblemType> sorted = problems.stream().sorted(inOrder()).toList();
        String name = sorted.stream().map(ProblemType::name).collect(Collectors.joining("-"));
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponse(name, describe(sorted));
        }
        return OASFactory.createAPIResponse().ref(name);
    }

    /** The common ones first and then by name: the document is compared with the committed one. */
    private static Comparator<ProblemType> inOrder() {
        return Comparator.comparing((ProblemType problem) -> !(problem instanceof CommonProblem))
                .thenComparing(ProblemType::name);
    }

    private APIResponse describe(List<ProblemType> problems) {
        MediaType problem =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(Problem.class.getSimpleName()));
        for (ProblemType type : problems) {
            components.addExample(
                    type.name(),
                    OASFactory.createExample().summary(type.title()).value(example(type)));
            problem.addExample(type.name(), OASFactory.createExample().ref(type.name()));
        }
        APIResponse response = OASFactory.createAPIResponse()
                .description(problems.stream()
                        .map(type -> type.name() + ": " + type.title() + ".")
                        .collect(Collectors.joining(" ")))
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem));
        response.addExtension(CODES, problems.stream().map(ProblemType::name).toList());
        addHeaders(response, problems.getFirst().status());
        return response;
    }

    private static void addHeaders(APIResponse response, int status) {
        switch (status) {
            case 401 ->
                response.addHeader("WWW-Authenticate", header("How to sign in (RFC 6750).", Schema.SchemaType.STRING));
            case 409, 429, 503 ->
                response.addHeader(
                        "Retry-After", header("Seconds to wait before trying again.", Schema.SchemaType.INTEGER));
            default -> {
                // no header of its own
            }
        }
    }

    private static Header header(String description, Schema.SchemaType type) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }

    private static Map<String, Object> example(ProblemType type) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.uri());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", type.title() + ".");
        example.put("instance", "/api/orders");
        example.put("code", type.name());
        example.put("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (type == CommonProblem.VALIDATION_FAILED) {
            example.put(
                    "errors",
                    List.of(new TreeMap<>(Map.of("field", "items[0].quantity", "message", "must be at least 1"))));
        }
        return example;
    }
}
