package io.brigade.menu.dish;

import io.brigade.menu.carte.Allergen;
import io.brigade.menu.carte.ServiceMode;
import io.brigade.menu.carte.Station;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something to eat or drink on the carte, with its price in cents, VAT included. */
@Entity
@Table(name = "dishes")
public class Dish {

    @Id
    @GeneratedValue(generator = "dishes_seq")
    @SequenceGenerator(name = "dishes_seq", sequenceName = "dishes_seq")
    public Long dishId;

    public Long restaurantId;
    public Long categoryId;
    public String name;
    public String description;
    public long unitPriceCents;
    public int vatDineInBp;
    public int vatTakeawayBp;
    public int vatDeliveryBp;

    @Enumerated(EnumType.STRING)
    public Station station;

    public int course;

    @Convert(converter = AllergensConverter.class)
    public Set<Allergen> allergens;

    public boolean available = true;
    public int position;

    @ElementCollection
    @CollectionTable(name = "dish_option_groups", joinColumns = @JoinColumn(name = "dish_id"))
    @Column(name = "option_group_id")
    @OrderColumn(name = "position")
    public List<Long> optionGroupIds = new ArrayList<>();

    @Version
    public long version;

    /** VAT in basis points by how the dish is consumed. */
    public Map<ServiceMode, Integer> vatRatesBp() {
        Map<ServiceMode, Integer> rates = new EnumMap<>(ServiceMode.class);
        rates.put(ServiceMode.DINE_IN, vatDineInBp);
        rates.put(ServiceMode.TAKEAWAY, vatTakeawayBp);
        rates.put(ServiceMode.DELIVERY, vatDeliveryBp);
        return rates;
    }
}
