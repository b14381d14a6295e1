package io.brigade.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The objects of one rendered overlay. */
record Manifests(List<ObjectNode> objects) {

    static final YAMLMapper YAML = new YAMLMapper();

    static Manifests of(String yaml) {
        try (MappingIterator<ObjectNode> all = YAML.readerFor(ObjectNode.class).readValues(yaml)) {
            return new Manifests(all.readAll().stream()
                    .filter(object -> object.isObject() && !object.isEmpty())
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A copy to be altered. */
    Manifests copy() {
        return new Manifests(objects.stream().map(ObjectNode::deepCopy).toList());
    }

    Stream<ObjectNode> kind(String... kinds) {
        return objects.stream().filter(object -> List.of(kinds).contains(kindOf(object)));
    }

    Optional<ObjectNode> find(String kind, String name) {
        return kind(kind).filter(object -> name(object).equals(name)).findFirst();
    }

    ObjectNode get(String kind, String name) {
        return find(kind, name).orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    /** Objects that make pods by a template of Kubernetes' own. */
    Stream<ObjectNode> workloads() {
        return kind("Deployment", "StatefulSet", "Job");
    }

    static JsonNode template(JsonNode workload) {
        return workload.at("/spec/template");
    }

    static Stream<JsonNode> containers(JsonNode workload) {
        JsonNode pod = template(workload).path("spec");
        return Stream.concat(stream(pod.path("initContainers")), stream(pod.path("containers")));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static String kindOf(JsonNode object) {
        return object.path("kind").asText();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** Such as {@code Deployment menu}. */
    static String title(JsonNode object) {
        return kindOf(object) + " " + name(object);
    }
}
