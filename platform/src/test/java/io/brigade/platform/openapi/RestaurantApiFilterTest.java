package io.brigade.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.Problem;
import io.brigade.platform.problem.ProblemType;
import io.brigade.platform.security.Role;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RestaurantApiFilterTest {

    /** An answer. */
    record Soup(
            String name, @Nullable String note, @Nullable Pot pot, Heat heat) {}

    /** Within it. */
    record Pot(int litres) {}

    /** Of it. */
    enum Heat {
        HOT,
        COLD
    }

    /** A service that breaks no rule but one. */
    @Authenticated
    static class Kitchen {

        @Operation(operationId = "getSoup")
        void get() {}

        @Operation(operationId = "cookSoup")
        @RolesAllowed({Role.ADMIN, Role.KITCHEN})
        @CommonProblem.MayAnswer(CommonProblem.APPROVAL_REQUIRED)
        @KeyRequired
        void cook() {}

        @Operation(operationId = "smellSoup")
        @PermitAll
        @NeverReplayed
        void smell() {}
    }

    /** Says nothing about who may call it. */
    static class OpenDoor {

        @Operation(operationId = "enter")
        void enter() {}
    }

    @Test
    void rolesComeFromTheMethodOrElseItsClass() throws IOException {
        OpenAPI api = filtered();

        assertThat(operation(api, HttpMethod.GET).getExtensions()).containsEntry("x-roles", Role.ALL);
        assertThat(operation(api, HttpMethod.GET).getDescription()).isEqualTo("Roles: all.");
        assertThat(operation(api, HttpMethod.PUT).getExtensions())
                .containsEntry("x-roles", List.of(Role.KITCHEN, Role.ADMIN));
        assertThat(operation(api, HttpMethod.PUT).getDescription()).isEqualTo("Roles: KITCHEN, ADMIN.");
        assertThat(operation(api, HttpMethod.POST).getExtensions()).containsEntry("x-roles", List.of("anyone"));
    }

    @Test
    void anOperationThatDoesNotSayWhoMayCallItFailsTheBuild() {
        OpenAPI api = document()
                .paths(OASFactory.createPaths()
                        .addPathItem("/api/door", OASFactory.createPathItem().GET(operation("enter"))));

        assertThatThrownBy(() -> filter(api)).hasMessageContaining("OpenDoor.enter: say who may call it");
    }

    @Test
    void problemsFollowFromTheShapeAndFromWhatTheMethodNames() throws IOException {
        OpenAPI api = filtered();

        assertThat(codes(api, HttpMethod.GET, "404")).isEqualTo("NOT_FOUND");
        assertThat(operation(api, HttpMethod.GET).getResponses().getAPIResponses())
                .containsOnlyKeys("200", "400", "401", "404", "406", "429", "500", "503");
        assertThat(codes(api, HttpMethod.PUT, "403")).isEqualTo("APPROVAL_REQUIRED-FORBIDDEN");
        assertThat(codes(api, HttpMethod.PUT, "409")).isEqualTo("CONFLICT-REQUEST_IN_PROGRESS");
        assertThat(codes(api, HttpMethod.PUT, "412")).isEqualTo("VERSION_MISMATCH");
        assertThat(codes(api, HttpMethod.POST, "409")).isEqualTo("REQUEST_IN_PROGRESS");
        assertThat(api.getComponents().getResponses().get("APPROVAL_REQUIRED-FORBIDDEN"))
                .extracting(APIResponse::getExtensions)
                .isEqualTo(Map.of("x-problem-codes", List.of("APPROVAL_REQUIRED", "FORBIDDEN")));
    }

    @Test
    void signedInWritesTakeAnIdempotencyKey() throws IOException {
        OpenAPI api = filtered();

        assertThat(parameters(api, HttpMethod.PUT)).contains("Idempotency-Key");
        assertThat(parameters(api, HttpMethod.GET)).doesNotContain("Idempotency-Key");
        assertThat(parameters(api, HttpMethod.POST)).doesNotContain("Idempotency-Key");
        assertThat(operation(api, HttpMethod.POST).getExtensions()).containsEntry("x-never-replayed", true);
    }

    @Test
    void aWriteOfMoneyRequiresItsKey() throws IOException {
        OpenAPI api = filtered();

        assertThat(operation(api, HttpMethod.PUT).getParameters())
                .filteredOn(parameter -> parameter.getName().equals("Idempotency-Key"))
                .extracting(Parameter::getRequired)
                .containsExactly(true);
        assertThat(codes(api, HttpMethod.PUT, "400")).contains("IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void whatIsNullableInJavaIsNullableAndTheRestOfAnAnswerIsRequired() throws IOException {
        Schema soup = filtered().getComponents().getSchemas().get("Soup");

        assertThat(soup.getRequired()).containsExactlyInAnyOrder("name", "heat");
        assertThat(soup.getProperties().get("note").getType()).containsExactly(SchemaType.STRING, SchemaType.NULL);
        assertThat(soup.getProperties().get("pot").getType()).containsExactly(SchemaType.OBJECT, SchemaType.NULL);
        assertThat(soup.getProperties().get("pot").getAllOf().getFirst().getRef())
                .endsWith("/Pot");
        assertThat(soup.getProperties().get("name").getType()).containsExactly(SchemaType.STRING);
    }

    @Test
    void enumsOfAnswersStayOpen() throws IOException {
        Schema heat = filtered().getComponents().getSchemas().get("Heat");

        assertThat(heat.getEnumeration()).isNull();
        assertThat(heat.getExtensions()).containsEntry("x-extensible-enum", List.of("HOT", "COLD"));
    }

    @Test
    void wholeExamplesArePutTogetherFromThoseOfFields() throws IOException {
        assertThat(filtered().getComponents().getExamples().get("Soup").getValue())
                .hasToString("{heat=HOT, name=Potage, note=null, pot={litres=3}}");
    }

    private static OpenAPI filtered() throws IOException {
        OpenAPI api = document()
                .paths(OASFactory.createPaths()
                        .addPathItem(
                                "/api/soups/{id}",
                                OASFactory.createPathItem()
                                        .GET(operation("getSoup").addParameter(parameter(Parameter.In.PATH, "id")))
                                        .PUT(operation("cookSoup")
                                                .addParameter(parameter(Parameter.In.HEADER, "If-Match")))
                                        .POST(operation("smellSoup"))));
        filter(api);
        return api;
    }

    private static void filter(OpenAPI api) throws IOException {
        new RestaurantApiFilter(Index.of(
                        Kitchen.class,
                        OpenDoor.class,
                        Soup.class,
                        Pot.class,
                        Problem.class,
                        ProblemType.class,
                        CommonProblem.class))
                .filterOpenAPI(api);
    }

    private static OpenAPI document() {
        return OASFactory.createOpenAPI()
                .components(OASFactory.createComponents()
                        .addSchema(
                                "Soup",
                                OASFactory.createSchema()
                                        .addType(SchemaType.OBJECT)
                                        .addProperty(
                                                "heat",
                                                OASFactory.createSchema().ref("Heat"))
                                        .addProperty("name", text().addExample("Potage"))
                                        .addProperty("note", text())
                                        .addProperty(
                                                "pot", OASFactory.createSchema().ref("Pot")))
                        .addSchema(
                                "Pot",
                                OASFactory.createSchema()
                                        .addType(SchemaType.OBJECT)
                                        .addProperty(
                                                "litres",
                                                OASFactory.createSchema()
                                                        .addType(SchemaType.INTEGER)
                                                        .addExample(3)))
                        .addSchema("Heat", text().enumeration(List.of("HOT", "COLD"))));
    }

    private static org.eclipse.microprofile.openapi.models.Operation operation(String id) {
        return OASFactory.createOperation()
                .operationId(id)
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "200",
                                OASFactory.createAPIResponse()
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        "application/json",
                                                        OASFactory.createMediaType()
                                                                .schema(OASFactory.createSchema()
                                                                        .ref("Soup"))))));
    }

    private static Parameter parameter(Parameter.In in, String name) {
        return OASFactory.createParameter().in(in).name(name);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static org.eclipse.microprofile.openapi.models.Operation operation(OpenAPI api, HttpMethod verb) {
        return api.getPaths().getPathItem("/api/soups/{id}").getOperations().get(verb);
    }

    private static List<String> parameters(OpenAPI api, HttpMethod verb) {
        List<Parameter> parameters = operation(api, verb).getParameters();
        return parameters == null
                ? List.of()
                : parameters.stream().map(Parameter::getName).toList();
    }

    private static String codes(OpenAPI api, HttpMethod verb, String status) {
        String reference =
                operation(api, verb).getResponses().getAPIResponse(status).getRef();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
