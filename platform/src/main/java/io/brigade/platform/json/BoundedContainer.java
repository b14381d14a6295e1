package io.brigade.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a list or a map as ever, and refuses it when it is too long for its property, and a list with a null in it. */
final class BoundedContainer extends DelegatingDeserializer {

    /** Of what has no {@code @Size}; more than any list of the API is meant to have. */
    static final int UNLESS_SAID = 10_000;

    private final int most;

    BoundedContainer(JsonDeserializer<?> reader, int most) {
        super(reader);
        this.most = most;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
        return new BoundedContainer(reader, most);
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JsonDeserializer<?> reader = context.handleSecondaryContextualization(
                _delegatee, property, context.constructType(_delegatee.handledType()));
        Size size = property == null ? null : property.getAnnotation(Size.class);
        return new BoundedContainer(reader, size == null ? UNLESS_SAID : Math.min(size.max(), UNLESS_SAID));
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        @Nullable Object read = super.deserialize(parser, context);
        switch (read) {
            case Collection<?> collection -> {
                limit(parser, collection.size());
                refuseNull(parser, collection);
            }
            case Map<?, ?> map -> limit(parser, map.size());
            case null, default -> {
                // nothing to count
            }
        }
        return read;
    }

    private void limit(JsonParser parser, int size) throws TooManyElements {
        if (size > most) {
            throw new TooManyElements(parser, most);
        }
    }

    private void refuseNull(JsonParser parser, Collection<?> collection) throws JsonMappingException {
        int place = 0;
        for (Object element : collection) {
            if (element == null) {
                JsonMappingException absent =
                        MismatchedInputException.from(parser, _delegatee.handledType(), "an element is null");
                absent.prependPath(collection, place);
                throw absent;
            }
            place++;
        }
    }
}
