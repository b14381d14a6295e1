package io.brigade.platform.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Leaves the enums of answers open: clients ignore values that they don't know, so a client that is generated from the
 * document must not refuse them. Their known values move to {@code x-extensible-enum}.
 */
final class OpenEnums {

    /** Zalando RESTful API Guidelines, rule 112. */
    private static final String KNOWN_VALUES = "x-extensible-enum";

    private final Schemas schemas;

    OpenEnums(Schemas schemas) {
        this.schemas = schemas;
    }

    void apply(Iterable<String> inAnswers) {
        for (String name : inAnswers) {
            Schema schema = schemas.byName().get(name);
            if (schema != null) {
                open(schema);
                properties(schema).values().forEach(OpenEnums::open);
            }
        }
    }

    private static Map<String, Schema> properties(Schema schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }

    private static void open(Schema schema) {
        List<Object> values = schema.getEnumeration();
        if (values == null || values.isEmpty()) {
            return;
        }
        schema.addExtension(KNOWN_VALUES, List.copyOf(values));
        if (schema.getExamples() == null || schema.getExamples().isEmpty()) {
            schema.setExamples(List.of(values.getFirst()));
        }
        schema.setEnumeration(null);
    }
}
