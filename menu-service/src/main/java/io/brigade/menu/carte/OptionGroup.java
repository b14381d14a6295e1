package io.brigade.menu.carte;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

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
    public int minChoices;
    public int maxChoices;

    @OneToMany(mappedBy = "optionGroup", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    public List<Option> options = new ArrayList<>();
}
