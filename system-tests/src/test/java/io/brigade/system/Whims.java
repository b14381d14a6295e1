package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.brigade.openapi.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Requests of one operation as its document allows them, each with something odd about it, or nothing. */
final class Whims {

    private static final List<String> NO_JSON = List.of(
            "",
            "{",
            "}",
            "[",
            "{]",
            "{\"a\":1}}",
            "{\"a\":1}{\"a\":1}",
            "nul",
            "NaN",
            "'a'",
            "{a:1}",
            "{\"a\":01}",
            "{\"a\":1,}",
            "\ufeff{}",
            "/* */{}",
            "{\"a\":\"\u0001\"}",
            "\"text\"",
            "1",
            "null",
            "[{}]",
            "[".repeat(20_000),
            "{\"a\":".repeat(20_000),
            "{\"items\":[" + "{},".repeat(5_000) + "{}]}",
            "{\"a\":1e" + "9".repeat(1_000) + "}",
            "{\"a\":" + "9".repeat(50_000) + "}",
            "name=value&other=value",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "category;name;unit_price\r\n;;\r\n\"",
            "x".repeat(300_000));

    private static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "text/csv",
            "application/xml",
            "application/json;charset=utf-16",
            "application/json; charset=nonsense",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/problem+json",
            "APPLICATION/JSON",
            "json",
            "*/*",
            ";");

    private static final Map<String, List<String>> HEADERS = Map.of(
            "Idempotency-Key", List.of("", " ", "x".repeat(65), "a b", "é", "a/b", "%00", "-", "0".repeat(64)),
            "If-Match",
                    List.of(
                            "",
                            "*",
                            "\"v0\"",
                            "W/\"v1\"",
                            "v1",
                            "\"v1\", \"v2\"",
                            "\"v99999999999999999999\"",
                            "\"vx\"",
                            "\""),
            "If-None-Match", List.of("", "*", "\"v0\"", "W/\"v1\"", "\"", "x".repeat(500)),
            "Accept",
                    List.of(
                            "",
                            "*/*",
                            "text/html",
                            "application/xml",
                            "application/json;q=0",
                            "application/json;q=x",
                            "a",
                            "*",
                            "text/plain",
                            "application/vnd.escpos"),
            "Accept-Language", List.of("", "xx", "fr;q=2", "*", "x".repeat(500)),
            "Accept-Encoding", List.of("br", "identity;q=0", "gzip, gzip", "x"),
            "Range", List.of("bytes=0-0", "bytes=9-1", "x"),
            "X-Request-Id", List.of("", "<script>", "x".repeat(500), "a\u00e9"),
            "traceparent",
                    List.of("", "00-0-0-0", "ff-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01", "x".repeat(500)),
            "X-HTTP-Method-Override", List.of("DELETE", "PUT", "x"));

    private final Operation operation;
    private final Random random;
    private final Samples samples;

    Whims(Operation operation, Map<String, String> things, Random random) {
        this.operation = operation;
        this.random = random;
        this.samples = new Samples(operation, things, random);
    }

    /** As {@link Device#send} takes it. */
    record Request(String method, String path, String body, List<String> headers) {

        @Override
        public String toString() {
            String shown = body == null || body.length() < 500 ? body : body.substring(0, 500) + "… " + body.length();
            return method + " " + (path.length() < 300 ? path : path.substring(0, 300)) + " " + headers + " " + shown;
        }
    }

    Request next() {
        List<String> headers = new ArrayList<>(headers());
        String body = operation.bodies().isEmpty() && !chance(5) ? null : body(headers);
        return new Request(operation.method(), path() + query(), body, headers);
    }

    private String path() {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters("path").toList()) {
            String name = parameter.path("name").asText();
            String value = chance(8) ? oddInPath() : encoded(samples.text(name, parameter.path("schema")));
            path = path.replace("{" + name + "}", value);
        }
        return chance(2)
                ? path + List.of("/", "//", "/x", ";x=1", "%20", "?", "/.").get(random.nextInt(7))
                : path;
    }

    /** A number too large, a text, or what would lead elsewhere. */
    private String oddInPath() {
        return chance(50)
                ? List.of(
                                "0",
                                "-1",
                                "007",
                                "1.5",
                                "1e3",
                                "9223372036854775808",
                                "..",
                                "%2e%2e",
                                "%2f",
                                "%00",
                                "%ff",
                                "a%0d%0ab",
                                "x;y=z",
                                "*",
                                "x".repeat(3_000))
                        .get(random.nextInt(15))
                : encoded(OddValues.text(random));
    }

    private String query() {
        String query = operation
                .parameters("query")
                .filter(parameter -> chance(parameter.path("required").asBoolean() ? 95 : 40))
                .map(this::inQuery)
                .collect(Collectors.joining("&"));
        if (chance(4)) {
            query += "&" + encoded(OddValues.text(random)) + "=" + encoded(OddValues.text(random));
        }
        return query.isEmpty() ? "" : "?" + query;
    }

    private String inQuery(JsonNode parameter) {
        String name = parameter.path("name").asText();
        String value = chance(25) ? OddValues.text(random) : samples.text(name, parameter.path("schema"));
        String pair = name + "=" + encoded(value);
        return chance(3) ? pair + "&" + pair : pair;
    }

    private List<String> headers() {
        List<String> headers = new ArrayList<>();
        HEADERS.keySet().stream().sorted().filter(_ -> chance(4)).forEach(name -> {
            List<String> values = HEADERS.get(name);
            headers.addAll(List.of(name, values.get(random.nextInt(values.size()))));
        });
        if (!headers.contains("Idempotency-Key") && chance(80)) {
            headers.addAll(List.of("Idempotency-Key", Long.toHexString(random.nextLong())));
        }
        return headers;
    }

    private String body(List<String> headers) {
        if (chance(5)) {
            headers.addAll(List.of("Content-Type", CONTENT_TYPES.get(random.nextInt(CONTENT_TYPES.size()))));
        }
        if (chance(8)) {
            return NO_JSON.get(random.nextInt(NO_JSON.size()));
        }
        JsonNode body = samples.of(operation.bodies().path("application/json").path("schema"));
        for (int oddities = chance(55) ? 0 : 1 + random.nextInt(3); oddities > 0; oddities--) {
            body = withOddity(body);
        }
        return chance(3) ? twice(body.toString()) : body.toString();
    }

    /** The same with one place of it changed, wherever that is. */
    private JsonNode withOddity(JsonNode body) {
        List<JsonNode> places = new ArrayList<>();
        collect(body, places);
        if (places.isEmpty() || chance(3)) {
            return OddValues.any(random);
        }
        switch (places.get(random.nextInt(places.size()))) {
            case ObjectNode object -> change(object);
            case ArrayNode array -> change(array);
            default -> throw new IllegalStateException("only these hold others");
        }
        return body;
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private void change(ObjectNode object) {
        List<String> fields =
                object.properties().stream().map(Map.Entry::getKey).toList();
        String field =
                fields.isEmpty() || chance(8) ? OddValues.text(random) : fields.get(random.nextInt(fields.size()));
        if (chance(15)) {
            object.remove(field);
        } else {
            object.set(field, OddValues.any(random));
        }
    }

    private void change(ArrayNode array) {
        if (array.isEmpty() || chance(30)) {
            array.add(OddValues.any(random));
        } else if (chance(30)) {
            array.add(array.get(0)); // twice
        } else {
            array.set(random.nextInt(array.size()), OddValues.any(random));
        }
    }

    /** Its first field stands there twice, with two values. */
    private static String twice(String object) {
        int end = object.indexOf("\":");
        return object.startsWith("{\"") && end > 0
                ? "{" + object.substring(1, end) + "\":null," + object.substring(1)
                : object;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
