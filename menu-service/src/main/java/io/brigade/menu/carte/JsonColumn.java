package io.brigade.menu.carte;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.json.JsonConventions;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import java.util.Map;

/** A value that is read and written as a whole and never searched for, in one column as JSON. */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {

    private static final ObjectMapper JSON = JsonConventions.apply(new ObjectMapper());

    private final TypeReference<T> type;

    protected JsonColumn(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalArgumentException(notSerialisable);
        }
    }

    @Override
    public T convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Texts by language. */
    public static class Translations extends JsonColumn<Map<String, Translation>> {
        Translations() {
            super(new TypeReference<>() {});
        }
    }

    /** Prices that hold at some times. */
    public static class TimedPrices extends JsonColumn<List<TimedPrice>> {
        TimedPrices() {
            super(new TypeReference<>() {});
        }
    }
}
