package io.brigade.kubernetes;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that no API server would take, with their path. Kubernetes' own kinds are held against fabric8's models,
 * which keep what they don't know apart; custom kinds against the list in custom-kinds.yaml.
 */
final class UnknownFields {

    private static final String CORE = "core ";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KubernetesSerialization MODELS = new KubernetesSerialization();
    private static final JsonNode CUSTOM = customKinds();

    private final List<String> findings = new ArrayList<>();

    private UnknownFields() {}

    /** One line for each. */
    static List<String> in(Manifests manifests) {
        var unknown = new UnknownFields();
        manifests.objects().forEach(unknown::look);
        return unknown.findings;
    }

    private void look(JsonNode object) {
        String title = Manifests.title(object);
        String kind = object.path("apiVersion").asText() + " " + Manifests.kindOf(object);
        if (CUSTOM.has(kind)) {
            custom(CUSTOM.get(kind), object.path("spec"), title + ": spec");
        } else if (MODELS.unmarshal(object.toString()) instanceof GenericKubernetesResource) {
            findings.add(title + ": " + kind + " is no kind that is known");
        } else {
            core(() -> MODELS.unmarshal(object.toString()), title + ":");
        }
    }

    private void custom(JsonNode declared, JsonNode value, String path) {
        JsonNode type = CUSTOM.has(declared.asText()) ? CUSTOM.get(declared.asText()) : declared;
        if (type.isObject() && value.isObject()) {
            value.properties().forEach(field -> {
                String at = path + "." + field.getKey();
                if (type.has(field.getKey())) {
                    custom(type.get(field.getKey()), field.getValue(), at);
                } else {
                    findings.add(at + " does not exist");
                }
            });
        } else if (type.isArray() && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                custom(type.get(0), value.get(i), path + "[" + i + "]");
            }
        } else if (type.isTextual() && type.asText().startsWith(CORE)) {
            core(() -> read(value, type.asText().substring(CORE.length())), path);
        } else if (!type.isTextual() || !isOf(type.asText(), value)) {
            findings.add(path + " is " + value.getNodeType() + " and should be "
                    + (type.isTextual() ? type.asText() : type.getNodeType()));
        }
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> type.equals("any");
        };
    }

    private interface Reading {
        Object read();
    }

    private void core(Reading reading, String path) {
        try {
            walk(reading.read(), path);
        } catch (RuntimeException unreadable) {
            findings.add(path + ": "
                    + String.valueOf(unreadable.getMessage())
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
    }

    private static Object read(JsonNode value, String model) {
        try {
            return JSON.treeToValue(value, Class.forName("io.fabric8.kubernetes.api.model." + model));
        } catch (JsonProcessingException | ClassNotFoundException failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    private void walk(@Nullable Object value, String path) {
        if (value instanceof Collection<?> entries) {
            int i = 0;
            for (Object entry : entries) {
                walk(entry, path + "[" + i++ + "]");
            }
        } else if (value instanceof KubernetesResource model) {
            for (Field field : model.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    walkField(model, field, path.endsWith(":") ? path + " " : path + ".");
                }
            }
        }
    }

    private void walkField(Object model, Field field, String path) {
        Object value = get(model, field);
        if (field.getName().equals("additionalProperties")) {
            ((Map<?, ?>) value).keySet().forEach(name -> findings.add(path + name + " does not exist"));
        } else {
            JsonProperty name = field.getAnnotation(JsonProperty.class);
            walk(value, path + (name == null ? field.getName() : name.value()));
        }
    }

    private static Object get(Object model, Field field) {
        try {
            field.setAccessible(true);
            return field.get(model);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode customKinds() {
        try (var kinds = UnknownFields.class.getResourceAsStream("/custom-kinds.yaml")) {
            return Manifests.YAML.readTree(kinds);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
