package io.brigade.staff.member;

import io.brigade.staff.auth.RestaurantIds;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.SortedSet;

/** Keeps ids of restaurants in one column. */
@Converter
class RestaurantIdsConverter implements AttributeConverter<SortedSet<Long>, String> {

    @Override
    public String convertToDatabaseColumn(SortedSet<Long> ids) {
        return RestaurantIds.write(ids);
    }

    @Override
    public SortedSet<Long> convertToEntityAttribute(String column) {
        return RestaurantIds.read(column);
    }
}
