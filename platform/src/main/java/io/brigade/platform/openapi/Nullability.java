package io.brigade.platform.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Carries the records' {@code @Nullable} over to the document: such a field is {@code nullable}, and every other field
 * of an answer is {@code required}. What a request requires is said by its own {@code @NotNull}.
 */
final class Nullability {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final Schemas schemas;
    private final List<ClassInfo> records;
    private final Set<String> inRequests;

    Nullability(OpenAPI api, IndexView index) {
        this.schemas = Schemas.of(api);
        this.inRequests = schemas.inRequests(api);
        this.records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(known -> known.name().toString().startsWith("io.brigade."))
                .toList();
    }

    void apply() {
        schemas.byName().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                recordOf(name, schema).ifPresent(known -> apply(name, schema, known));
            }
        });
    }

    private void apply(String name, Schema schema, ClassInfo known) {
        Set<String> nullable = fieldsOf(known)
                .filter(field -> field.type().hasAnnotation(NULLABLE))
                .map(Nullability::propertyName)
                .collect(Collectors.toSet());
        for (Map.Entry<String, Schema> property :
                List.copyOf(schema.getProperties().entrySet())) {
            boolean canBeNull = nullable.contains(property.getKey());
            schema.addProperty(
                    property.getKey(), canBeNull ? nullable(property.getValue()) : described(property.getValue()));
        }
        if (!inRequests.contains(name)) {
            List<String> required = schema.getProperties().keySet().stream()
                    .filter(property -> !nullable.contains(property))
                    .toList();
            schema.setRequired(required.isEmpty() ? null : required);
        }
    }

    /** A description stands beside what it describes, not beside a reference to it. */
    private Schema described(Schema property) {
        return property.getDescription() == null
                ? property
                : referenceIn(property)
                        .map(reference -> instead(reference, property))
                        .orElse(property);
    }

    private Schema nullable(Schema property) {
        Schema allowed = referenceIn(property)
                .map(reference -> instead(reference, property))
                .orElse(property);
        if (allowed.getType() != null && !allowed.getType().contains(Schema.SchemaType.NULL)) {
            List<Schema.SchemaType> types = new ArrayList<>(allowed.getType());
            types.add(Schema.SchemaType.NULL);
            allowed.setType(types);
        }
        return allowed;
    }

    /** What is said beside a reference turns it into a part of the property's schema. */
    private static Optional<Schema> referenceIn(Schema property) {
        return Stream.concat(Stream.of(property), Schemas.alternatives(property))
                .filter(part -> part.getRef() != null)
                .findFirst();
    }

    /**
     * OpenAPI 3.0 ignores what stands beside a reference, and null must be allowed by every part of {@code allOf}: what is
     * simple is repeated here. An object stays a reference, which is how generators know that it can be null.
     */
    private Schema instead(Schema reference, Schema property) {
        Schema target = schemas.resolve(reference);
        Schema own = OASFactory.createSchema()
                .type(target.getType())
                .description(property.getDescription())
                .examples(property.getExamples());
        if (target.getProperties() != null || target.getEnumeration() != null) {
            return own.addAllOf(OASFactory.createSchema().ref(reference.getRef()));
        }
        own.setExtensions(target.getExtensions());
        return own.format(target.getFormat())
                .pattern(target.getPattern())
                .examples(property.getExamples() == null ? target.getExamples() : property.getExamples());
    }

    /** By name and fields: records of different packages may have the same name. */
    private Optional<ClassInfo> recordOf(String name, Schema schema) {
        return records.stream()
                .filter(known -> isNamed(name, known))
                .filter(known -> fieldsOf(known)
                        .map(Nullability::propertyName)
                        .collect(Collectors.toSet())
                        .equals(schema.getProperties().keySet()))
                .findFirst();
    }

    /** A schema has the name given to it, else that of its class, with its type arguments, and with a number when the name was taken. */
    private static boolean isNamed(String name, ClassInfo known) {
        String given = givenName(known);
        return name.startsWith(given)
                && (!known.typeParameters().isEmpty()
                        || name.substring(given.length()).matches("[0-9]*"));
    }

    private static String givenName(ClassInfo known) {
        AnnotationInstance said = known.declaredAnnotation(SCHEMA);
        return said == null || said.value("name") == null
                ? known.simpleName()
                : said.value("name").asString();
    }

    private static Stream<FieldInfo> fieldsOf(ClassInfo known) {
        return known.fields().stream().filter(field -> !Modifier.isStatic(field.flags()));
    }

    private static String propertyName(FieldInfo field) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(field.name());
    }
}
