package io.brigade.staff.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One value of one series, read from the Prometheus text format or from OpenMetrics. */
record Sample(String name, Map<String, String> labels, double value) {

    private static final Pattern LINE =
            Pattern.compile("(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(?<labels>.*?)})? (?<value>\\S+)(?: .*)?");
    private static final Pattern LABEL =
            Pattern.compile("(?<name>[a-zA-Z_][a-zA-Z0-9_]*)=\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"");

    /** All samples of an exposition whose names are wanted. */
    static List<Sample> read(String exposition, List<String> names) {
        return exposition
                .lines()
                .filter(line -> names.stream().anyMatch(line::startsWith))
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .flatMap(line -> of(line).stream())
                .toList();
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** The label's value; empty text when there is none. */
    String label(String wanted) {
        return labels.getOrDefault(wanted, "");
    }

    private static Optional<Sample> of(Matcher line) {
        try {
            double value = Double.parseDouble(line.group("value").replace("Inf", "Infinity"));
            return Optional.of(new Sample(line.group("name"), labels(line.group("labels")), value));
        } catch (NumberFormatException notASample) {
            return Optional.empty();
        }
    }

    private static Map<String, String> labels(@Nullable String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        Stream.ofNullable(text)
                .flatMap(known -> LABEL.matcher(known).results())
                .forEach(label -> labels.put(label.group("name"), label.group("value")));
        return labels;
    }
}
