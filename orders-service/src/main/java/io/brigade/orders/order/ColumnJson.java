package io.brigade.orders.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.brigade.platform.json.JsonConventions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that a column holds as JSON: always read and written whole, never searched. */
public final class ColumnJson {

    private static final ObjectMapper JSON =
            JsonConventions.apply(new ObjectMapper().registerModule(new JavaTimeModule()));

    private ColumnJson() {}

    /** The column of a value. */
    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalArgumentException(notSerialisable);
        }
    }

    /** The column of a value that may be absent. */
    static @Nullable String writeNullable(@Nullable Object value) {
        return value == null ? null : write(value);
    }

    /** The value of a column. */
    public static <T> T read(String column, Class<T> type) {
        try {
            return JSON.readValue(column, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The value of a column that may be null. */
    static <T> @Nullable T readNullable(@Nullable String column, Class<T> type) {
        return column == null ? null : read(column, type);
    }

    /** The list of a column. */
    public static <T> List<T> readList(String column, Class<T[]> type) {
        return List.of(read(column, type));
    }
}
