package io.brigade.platform.openapi;

import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds the headers that follow from an operation's shape: of idempotent writes and of versions. */
final class Headers {

    private Headers() {}

    static void addTo(RestaurantOperation known) {
        if (known.takesIdempotencyKey()) {
            addIdempotency(known);
        }
        if (known.hasHeader("If-None-Match")) {
            addVersions(known);
        }
    }

    private static void addIdempotency(RestaurantOperation known) {
        Parameter key = OASFactory.createParameter()
                .name(CurrentWrite.HEADER)
                .in(Parameter.In.HEADER)
                .description("A new value per new request: the same request sent again gets the first answer.")
                .schema(text().pattern("^[A-Za-z0-9_-]{1,64}$"));
        known.operation().addParameter(known.requiresIdempotencyKey() ? key.required(true) : key);
        addToSuccess(known, Answer.REPLAYED, "true when this is the first answer, told again.");
    }

    private static void addVersions(RestaurantOperation known) {
        addToSuccess(known, "ETag", "The version; send it as If-None-Match, or as If-Match with a change.");
        known.operation()
                .getResponses()
                .addAPIResponse("304", OASFactory.createAPIResponse().description("You have this version already."));
    }

    private static void addToSuccess(RestaurantOperation known, String name, String description) {
        APIResponses responses = known.operation().getResponses();
        Header header = OASFactory.createHeader().description(description).schema(text());
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader(name, header);
            }
        });
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
