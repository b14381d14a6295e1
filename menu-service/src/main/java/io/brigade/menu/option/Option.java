package io.brigade.menu.option;

import io.brigade.menu.carte.JsonColumn;
import io.brigade.menu.carte.Translation;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Map;

/** One of a group's options; its price comes on top of the dish's. */
@Entity
@Table(name = "options")
public class Option {

    @Id
    @GeneratedValue(generator = "options_seq")
    @SequenceGenerator(name = "options_seq", sequenceName = "options_seq")
    public Long optionId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "option_group_id")
    public OptionGroup optionGroup;

    public String name;

    @Convert(converter = JsonColumn.Translations.class)
    public Map<String, Translation> translations = Map.of();

    public long priceCents;
    public int position;
}
