package io.brigade.observability.logs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares documents as {@code logstash/recorded/README.md} says: some values are known only by their kind. */
final class ExpectedDocument {

    private static final String ANY = "@@any";
    private static final String NOW = "@@now";
    private static final String CONTAINS = "@@contains ";
    private static final Duration RECENT = Duration.ofMinutes(10);

    private ExpectedDocument() {}

    /** What is wrong, a line for each field; nothing when the document is as expected. */
    static List<String> differences(JsonNode expected, JsonNode actual) {
        var differences = new ArrayList<String>();
        compare("", expected, actual, differences);
        return differences;
    }

    private static void compare(String path, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            var names = new TreeSet<String>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + name, expected.path(name), actual.path(name), differences));
        } else if (!matches(expected, actual)) {
            differences.add(path + ": expected " + describe(expected) + ", was " + describe(actual));
        }
    }

    private static boolean matches(JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && expected.asText().startsWith("@@")) {
            return matches(expected.asText(), actual);
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.equals(actual);
    }

    private static boolean matches(String kind, JsonNode actual) {
        if (kind.startsWith(CONTAINS)) {
            return actual.asText().contains(kind.substring(CONTAINS.length()));
        }
        return switch (kind) {
            case ANY -> !actual.isMissingNode();
            case NOW -> actual.isTextual() && isRecent(Instant.parse(actual.asText()));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static boolean isRecent(Instant time) {
        return Duration.between(time, Instant.now()).abs().compareTo(RECENT) < 0;
    }

    private static String describe(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
