package io.brigade.menu.option;

import io.brigade.menu.carte.JsonColumn;
import io.brigade.menu.carte.Translation;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A choice that goes with dishes, such as the cooking of meat: how many options at least and at most. */
@Entity
@Table(name = "option_groups")
public class OptionGroup {

    @Id
    @GeneratedValue(generator = "option_groups_seq")
    @SequenceGenerator(name = "option_groups_seq", sequenceName = "option_groups_seq")
    public Long optionGroupId;

    public Long restaurantId;
    public String name;

    @Convert(converter = JsonColumn.Translations.class)
    public Map<String, Translation> translations = Map.of();

    public int minChoices;
    public int maxChoices;
    public long version;

    @OneToMany(mappedBy = "optionGroup", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    public List<Option> options = new ArrayList<>();

    /** Takes over what was edited. Options named by id keep it; those that are no longer named go. */
    public void take(OptionGroupEdit edit) {
        name = edit.name();
        translations = edit.translations();
        minChoices = edit.min();
        maxChoices = edit.max();
        Map<Long, Option> known = options.stream()
                .filter(option -> option.optionId != null)
                .collect(Collectors.toMap(option -> option.optionId, Function.identity()));
        List<Option> wanted = new ArrayList<>();
        for (OptionGroupEdit.Choice choice : edit.options()) {
            Option option = choice.optionId() == null ? new Option() : known.get(choice.optionId());
            option.optionGroup = this;
            option.name = choice.name();
            option.translations = choice.translations();
            option.priceCents = choice.priceCents();
            option.position = wanted.size() + 1;
            wanted.add(option);
        }
        options.removeIf(option -> !wanted.contains(option));
        wanted.stream().filter(option -> !options.contains(option)).forEach(options::add);
        options.sort((one, other) -> Integer.compare(one.position, other.position));
    }
}
