package io.brigade.platform.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Puts whole examples of requests and answers together from the examples of their fields. Where a field has none and
 * can't do without, there is no whole example either; the document's rules then name the operation.
 */
final class Examples {

    private final Components components;
    private final Schemas schemas;
    private final Deque<Schema> within = new ArrayDeque<>();

    Examples(Components components, Schemas schemas) {
        this.components = components;
        this.schemas = schemas;
    }

    void addTo(Operation operation) {
        if (operation.getRequestBody() != null) {
            addTo(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                addTo(response);
            }
        });
    }

    private void addTo(APIResponse response) {
        if (response.getContent() != null) {
            addTo(response.getContent());
        }
    }

    private void addTo(Content content) {
        content.getMediaTypes().values().stream()
                .filter(media -> media.getSchema() != null && media.getExample() == null && media.getExamples() == null)
                .forEach(media -> of(media.getSchema()).ifPresent(example -> add(media, example)));
    }

    /** Once per schema of the document, and referred to. */
    private void add(MediaType media, Example example) {
        Schema schema = media.getSchema();
        if (schema.getRef() == null) {
            media.setExample(example.value());
            return;
        }
        String name = Schemas.nameOf(schema);
        components.addExample(name, OASFactory.createExample().value(example.value()));
        media.addExample(name, OASFactory.createExample().ref(name));
    }

    private record Example(@Nullable Object value) {}

    private Optional<Example> of(Schema schema) {
        Schema resolved = schemas.resolve(schema);
        if (within.contains(resolved)) {
            return Optional.empty(); // it contains itself
        }
        within.push(resolved);
        // What a field says of itself comes before what its type says.
        Optional<Example> example = given(schema)
                .or(() -> given(resolved))
                .or(() -> composed(resolved))
                .or(() -> absent(resolved));
        within.pop();
        return example;
    }

    private static Optional<Example> given(Schema schema) {
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return Optional.of(new Example(schema.getExamples().getFirst()));
        }
        return schema.getEnumeration() == null || schema.getEnumeration().isEmpty()
                ? Optional.empty()
                : Optional.of(new Example(schema.getEnumeration().getFirst()));
    }

    private Optional<Example> composed(Schema schema) {
        Optional<Schema> part = Schemas.alternatives(schema).findFirst();
        if (part.isPresent()) {
            return of(part.get());
        }
        if (schema.getItems() != null) {
            return of(schema.getItems()).map(item -> new Example(List.of(item.value())));
        }
        return schema.getProperties() == null ? Optional.empty() : object(schema);
    }

    private Optional<Example> object(Schema schema) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (Map.Entry<String, Schema> property : schema.getProperties().entrySet()) {
            Optional<Example> value = of(property.getValue());
            if (value.isPresent()) {
                object.put(property.getKey(), value.get().value());
            } else if (schema.getRequired() != null && schema.getRequired().contains(property.getKey())) {
                return Optional.empty();
            }
        }
        return Optional.of(new Example(object));
    }

    private static Optional<Example> absent(Schema schema) {
        return schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL)
                ? Optional.of(new Example(null))
                : Optional.empty();
    }
}
