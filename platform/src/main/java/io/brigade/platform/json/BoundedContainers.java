package io.brigade.platform.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;

/**
 * Refuses lists and maps that are longer than their {@code @Size} allows while they are read. Validation would look at
 * each of their elements first, and a body of a quarter of a megabyte has room for so many that it takes minutes.
 */
final class BoundedContainers extends BeanDeserializerModifier {

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> reader) {
        return new BoundedContainer(reader, BoundedContainer.UNLESS_SAID);
    }

    @Override
    public JsonDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config, MapType type, BeanDescription bean, JsonDeserializer<?> reader) {
        return new BoundedContainer(reader, BoundedContainer.UNLESS_SAID);
    }
}
