package io.brigade.menu.dish;

import io.brigade.menu.carte.Allergen;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Allergens in one column, separated by commas and sorted. */
@Converter
class AllergensConverter implements AttributeConverter<Set<Allergen>, String> {

    @Override
    public String convertToDatabaseColumn(Set<Allergen> allergens) {
        return allergens.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    @Override
    public Set<Allergen> convertToEntityAttribute(String column) {
        return Arrays.stream(column.split(","))
                .filter(word -> !word.isEmpty())
                .map(Allergen::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
