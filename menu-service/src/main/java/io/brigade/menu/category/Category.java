package io.brigade.menu.category;

import io.brigade.menu.carte.JsonColumn;
import io.brigade.menu.carte.Translation;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Map;

/** A heading on the carte. */
@Entity
@Table(name = "categories")
public class Category {

    @Id
    @GeneratedValue(generator = "categories_seq")
    @SequenceGenerator(name = "categories_seq", sequenceName = "categories_seq")
    public Long categoryId;

    public Long restaurantId;
    public String name;

    @Convert(converter = JsonColumn.Translations.class)
    public Map<String, Translation> translations = Map.of();

    public int position;
    public long version;

    /** Takes over what was edited; no position leaves it where it is. */
    public void take(CategoryEdit edit) {
        name = edit.name();
        translations = edit.translations();
        position = edit.position() == null ? position : edit.position();
    }
}
