package io.brigade.platform.event;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares stream ids, {@code milliseconds-sequence}. */
public final class StreamPosition {

    private static final Pattern SYNTAX = Pattern.compile("\\d{1,18}-\\d{1,18}");

    private StreamPosition() {}

    /** Whether a client's text is a position at all. */
    public static boolean isValid(@Nullable String text) {
        return text != null && SYNTAX.matcher(text).matches();
    }

    /** Whether one position comes before another. */
    public static boolean isBefore(String one, String other) {
        int byTime = Long.compare(part(one, 0), part(other, 0));
        return byTime != 0 ? byTime < 0 : part(one, 1) < part(other, 1);
    }

    private static long part(String id, int index) {
        return Long.parseLong(id.split("-", 2)[index]);
    }
}
