package io.brigade.local.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes a log line readable: services write JSON for machines, a terminal wants time, level and message. */
public final class LogLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TO_MILLISECONDS = 23;

    private LogLine() {}

    /** The line in words, with each cause of an exception on a line of its own; one that is not such JSON as it is. */
    public static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            var entry = JSON.readTree(line);
            return entry.hasNonNull("message") && entry.hasNonNull("level") ? words(entry) : line;
        } catch (JsonProcessingException e) {
            return line;
        }
    }

    private static String words(JsonNode entry) {
        var text = new StringBuilder()
                .append(time(entry.path("timestamp").asText()))
                .append(' ')
                .append(String.format("%-5s", entry.path("level").asText()))
                .append(' ')
                .append(shortName(entry.path("loggerName").asText()))
                .append("  ")
                .append(entry.path("message").asText());
        var cause = entry.path("exception");
        while (cause.isObject()) {
            text.append("\n    ")
                    .append(cause.path("exceptionType").asText())
                    .append(": ")
                    .append(cause.path("message").asText().strip().replace("\n", "\n      "));
            cause = cause.path("causedBy").path("exception");
        }
        return text.toString();
    }

    private static String time(String timestamp) {
        return timestamp.length() > TO_MILLISECONDS ? timestamp.substring(0, TO_MILLISECONDS) + "Z" : timestamp;
    }

    private static String shortName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
