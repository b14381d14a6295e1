package io.brigade.observability.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Does what {@code logstash/pipeline} does, where there is no Logstash. The recorded inputs, which a real Logstash is
 * tried with too, keep the two together.
 */
final class Pipeline {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy.MM.dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern SYSLOG_HEADER =
            Pattern.compile("\\A<[0-9]{1,3}>[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} ([^ ]+ )?nginx: ");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final List<String> LEVELS =
            List.of("error", "error", "error", "error", "warn", "info", "info", "debug");
    private static final List<String> NUMBERS = List.of(
            "order_id", "user_id", "table_id", "restaurant_id", "payment_id", "amount_cents", "duration_ms", "status");

    private final InstantSource clock;

    Pipeline(InstantSource clock) {
        this.clock = clock;
    }

    /** The document of a service's line. */
    ObjectNode serviceLine(byte[] gelf, String sender) {
        ObjectNode document = object(gelf).orElseGet(() -> unreadable(new String(gelf, UTF_8)));
        time(document, document.path("timestamp").isNumber() ? document.get("timestamp") : null);
        message(document);
        withoutUnderscores(document);
        move(document, "service", "service", "name");
        move(document, "host", "host", "name");
        move(document, "instance", "service", "node", "name");
        move(document, "LoggerName", "log", "logger");
        move(document, "Thread", "process", "thread", "name");
        move(document, "SourceMethodName", "log", "origin", "function");
        move(document, "StackTrace", "error", "stack_trace");
        document.remove(List.of(
                "short_message",
                "Severity",
                "Time",
                "facility",
                "SourceClassName",
                "SourceSimpleClassName",
                "SourceLineNumber"));
        if (document.path("version").asText().equals("1.1")
                && document.path("version").isTextual()) {
            document.remove("version");
        }
        return common(document, sender);
    }

    /** The document of one of the gateway's syslog messages. */
    ObjectNode gatewayLine(byte[] syslog, String sender) {
        String line = SYSLOG_HEADER.matcher(new String(syslog, UTF_8)).replaceFirst("");
        ObjectNode document = object(line.getBytes(UTF_8)).orElseGet(() -> unreadable(line));
        JsonNode seconds = document.get("timestamp");
        if (seconds != null && !EPOCH_SECONDS.matcher(seconds.asText()).matches()) {
            document.withArrayProperty("tags").add("_dateparsefailure");
            seconds = null;
        }
        time(document, seconds);
        wholeNumber(document, "duration_ms");
        if (document.path("event") instanceof ObjectNode event) {
            wholeNumber(event, "duration");
        }
        return common(document, sender);
    }

    /** The day's index, by the time of the event. */
    static String index(ObjectNode document) {
        return "logs-restaurant-"
                + DAY.format(Instant.parse(document.path("@timestamp").asText()));
    }

    private static Optional<ObjectNode> object(byte[] text) {
        try {
            return JSON.readTree(new String(text, UTF_8)) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    private static ObjectNode unreadable(String text) {
        ObjectNode document = JSON.createObjectNode().put("message", text).put("level", "warn");
        document.putArray("tags").add("_jsonparsefailure");
        document.putObject("event").put("kind", "pipeline_error");
        return document;
    }

    private void time(ObjectNode document, JsonNode seconds) {
        Instant time = seconds == null
                ? clock.instant()
                : Instant.ofEpochMilli(new BigDecimal(seconds.asText())
                        .movePointRight(3)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
        document.put("@timestamp", MILLISECONDS.format(time));
        document.put("timestamp", MILLISECONDS.format(time));
    }

    private static void message(ObjectNode document) {
        JsonNode full = document.remove("full_message");
        JsonNode message = full == null || full.asText().isEmpty() ? document.get("short_message") : full;
        if (message != null) {
            document.set("message", message);
        }
    }

    private static void withoutUnderscores(ObjectNode document) {
        JsonNode time = document.get("timestamp");
        for (var field : List.copyOf(document.properties())) {
            if (field.getKey().startsWith("_")) {
                document.remove(field.getKey());
                document.set(field.getKey().substring(1), field.getValue());
            }
        }
        document.set("timestamp", time);
    }

    private static ObjectNode common(ObjectNode document, String sender) {
        String level = document.path("level").asText();
        if (level.matches("[0-7]")) {
            document.put("level", LEVELS.get(Integer.parseInt(level)));
        }
        for (String name : NUMBERS) {
            if (document.path(name).isTextual()
                    && WHOLE_NUMBER.matcher(document.path(name).asText()).matches()) {
                document.put(name, Long.parseLong(document.path(name).asText()));
            }
        }
        if (document.path("duration_ms").isNumber()
                && document.path("event").path("duration").isMissingNode()) {
            document.withObjectProperty("event")
                    .put("duration", nanoseconds(document.get("duration_ms").decimalValue()));
        }
        document.withObjectProperty("ecs").put("version", "8.17.0");
        document.withObjectProperty("log").withObjectProperty("source").put("address", sender);
        copy(document, "level", "log", "level");
        copy(document, "trace_id", "trace", "id");
        copy(document, "span_id", "span", "id");
        copy(document, "request_id", "http", "request", "id");
        copy(document, "user_id", "user", "id");
        copy(document, "status", "http", "response", "status_code");
        return document;
    }

    private static long nanoseconds(BigDecimal milliseconds) {
        return milliseconds.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static void wholeNumber(ObjectNode object, String field) {
        if (object.path(field).isNumber()) {
            object.put(field, object.get(field).longValue());
        }
    }

    private static void move(ObjectNode document, String from, String... to) {
        JsonNode value = document.remove(from);
        if (value != null) {
            set(document, value, to);
        }
    }

    private static void copy(ObjectNode document, String from, String... to) {
        if (document.has(from)) {
            set(document, document.get(from), to);
        }
    }

    private static void set(ObjectNode document, JsonNode value, String... path) {
        ObjectNode parent = document;
        for (int depth = 0; depth < path.length - 1; depth++) {
            parent = parent.withObjectProperty(path[depth]);
        }
        parent.set(path[path.length - 1], value);
    }
}
