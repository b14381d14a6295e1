package io.brigade.fiscal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times in UTC to the microsecond, always of the same length, so that their texts sort as they do. */
public final class Times {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    /** As it stands in documents. */
    public static String text(Instant time) {
        return FORMAT.format(time);
    }

    static Instant read(JsonNode node, String field) {
        try {
            return FORMAT.parse(Entry.text(node, field), Instant::from);
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException(field + " is no time", noTime);
        }
    }
}
