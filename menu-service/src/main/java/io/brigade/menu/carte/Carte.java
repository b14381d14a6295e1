package io.brigade.menu.carte;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A restaurant's carte as a whole: its version rises with every change of anything on it. */
@Entity
@Table(name = "cartes")
public class Carte {

    @Id
    public Long restaurantId;

    @Column(updatable = false) // raised by a statement of its own
    public long version;

    public String currency;

    @Convert(converter = Languages.class)
    public List<String> languages;

    public long settingsVersion;

    /** Of a restaurant that has written nothing down yet. */
    static Carte empty(long restaurantId, String currency) {
        Carte carte = new Carte();
        carte.restaurantId = restaurantId;
        carte.currency = currency;
        carte.languages = List.of("fr");
        return carte;
    }

    /** Language tags in one column, separated by commas. */
    @Converter
    static class Languages implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> languages) {
            return String.join(",", languages);
        }

        @Override
        public List<String> convertToEntityAttribute(String column) {
            return List.of(column.split(","));
        }
    }
}
