package io.brigade.staff.member;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Roles in one column, separated by commas and sorted. */
@Converter
class RolesConverter implements AttributeConverter<Set<StaffRole>, String> {

    @Override
    public String convertToDatabaseColumn(Set<StaffRole> roles) {
        return roles.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    @Override
    public Set<StaffRole> convertToEntityAttribute(String column) {
        return Arrays.stream(column.split(",")).map(StaffRole::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
