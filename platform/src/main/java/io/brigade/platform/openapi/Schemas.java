package io.brigade.platform.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The document's named schemas. */
record Schemas(Map<String, Schema> byName) {

    static Schemas of(OpenAPI api) {
        Map<String, Schema> named = api.getComponents().getSchemas();
        return new Schemas(named == null ? Map.of() : named);
    }

    /** The schema itself, or the one that it refers to. */
    Schema resolve(Schema schema) {
        return schema.getRef() == null
                ? schema
                : Objects.requireNonNull(byName.get(nameOf(schema)), () -> "no schema " + schema.getRef());
    }

    /** {@code #/components/schemas/Dish} → {@code Dish}. */
    static String nameOf(Schema reference) {
        return reference.getRef().substring(reference.getRef().lastIndexOf('/') + 1);
    }

    /** Names of the schemas that requests consist of. */
    Set<String> inRequests(OpenAPI api) {
        return reachableFrom(operations(api)
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .map(RequestBody::getContent));
    }

    /** Names of the schemas that answers consist of. */
    Set<String> inAnswers(OpenAPI api) {
        return reachableFrom(operations(api)
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .map(APIResponse::getContent)
                .filter(Objects::nonNull));
    }

    /** Drops what is written out wherever it is described, and so is referred to nowhere any more. */
    void dropUnusedValues(OpenAPI api) {
        Set<String> used = new HashSet<>(inRequests(api));
        used.addAll(inAnswers(api));
        operations(api)
                .flatMap(operation ->
                        operation.getParameters() == null ? Stream.empty() : operation.getParameters().stream())
                .map(Parameter::getSchema)
                .filter(Objects::nonNull)
                .forEach(schema -> collect(schema, used));
        List.copyOf(byName.entrySet()).stream()
                .filter(named -> named.getValue().getProperties() == null
                        && named.getValue().getEnumeration() == null)
                .filter(named -> !used.contains(named.getKey()))
                .forEach(named -> api.getComponents().removeSchema(named.getKey()));
    }

    private static Stream<Operation> operations(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream().flatMap(path -> path.getOperations().values().stream());
    }

    private Set<String> reachableFrom(Stream<Content> contents) {
        Set<String> found = new HashSet<>();
        contents.flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .forEach(schema -> collect(schema, found));
        return found;
    }

    private void collect(Schema schema, Set<String> found) {
        if (schema.getRef() == null || found.add(nameOf(schema))) {
            partsOf(resolve(schema)).forEach(part -> collect(part, found));
        }
    }

    private static Stream<Schema> partsOf(Schema schema) {
        return Stream.of(
                        stream(
                                schema.getProperties() == null
                                        ? null
                                        : schema.getProperties().values()),
                        alternatives(schema),
                        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                                .filter(Objects::nonNull))
                .flatMap(parts -> parts);
    }

    /** The schemas that this one is put together from. */
    static Stream<Schema> alternatives(Schema schema) {
        return Stream.of(stream(schema.getAllOf()), stream(schema.getOneOf()), stream(schema.getAnyOf()))
                .flatMap(parts -> parts);
    }

    private static Stream<Schema> stream(@Nullable Collection<Schema> parts) {
        return parts == null ? Stream.empty() : parts.stream();
    }
}
