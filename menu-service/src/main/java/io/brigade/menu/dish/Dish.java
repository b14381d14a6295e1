package io.brigade.menu.dish;

import io.brigade.menu.carte.Allergen;
import io.brigade.menu.carte.JsonColumn;
import io.brigade.menu.carte.ServiceMode;
import io.brigade.menu.carte.Station;
import io.brigade.menu.carte.TimedPrice;
import io.brigade.menu.carte.Translation;
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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    @Convert(converter = JsonColumn.Translations.class)
    public Map<String, Translation> translations = Map.of();

    public long unitPriceCents;

    @Convert(converter = JsonColumn.TimedPrices.class)
    public List<TimedPrice> timedPrices = List.of();

    public int vatDineInBp;
    public int vatTakeawayBp;
    public int vatDeliveryBp;

    @Enumerated(EnumType.STRING)
    public Station station;

    public int course;

    @Convert(converter = AllergensConverter.class)
    public Set<Allergen> allergens;

    public @Nullable Integer targetSeconds;

    /** What a person said; see {@link #isAvailable()}. */
    public boolean available = true;

    public @Nullable OffsetDateTime soldOutUntil;
    public @Nullable Integer portionsLeft;
    public @Nullable Long portionsSet;
    public int position;
    public long version;

    @ElementCollection
    @CollectionTable(name = "dish_option_groups", joinColumns = @JoinColumn(name = "dish_id"))
    @Column(name = "option_group_id")
    @OrderColumn(name = "position")
    public List<Long> optionGroupIds = new ArrayList<>();

    /** Whether it can be ordered: nobody said that it is sold out, and where portions are counted some are left. */
    public boolean isAvailable() {
        Integer left = portionsLeft;
        return available && (left == null || left > 0);
    }

    /** VAT in basis points by how the dish is consumed. */
    public Map<ServiceMode, Integer> vatRatesBp() {
        Map<ServiceMode, Integer> rates = new EnumMap<>(ServiceMode.class);
        rates.put(ServiceMode.DINE_IN, vatDineInBp);
        rates.put(ServiceMode.TAKEAWAY, vatTakeawayBp);
        rates.put(ServiceMode.DELIVERY, vatDeliveryBp);
        return rates;
    }

    /** Takes over what was edited; no position leaves it where it is, and its availability is another matter. */
    public void take(DishEdit edit) {
        categoryId = edit.categoryId();
        name = edit.name();
        description = edit.description();
        translations = edit.translations();
        unitPriceCents = edit.unitPriceCents();
        timedPrices = edit.timedPrices();
        vatDineInBp = rate(edit, ServiceMode.DINE_IN);
        vatTakeawayBp = rate(edit, ServiceMode.TAKEAWAY);
        vatDeliveryBp = rate(edit, ServiceMode.DELIVERY);
        station = edit.station();
        course = edit.course();
        allergens = edit.allergens();
        targetSeconds = edit.targetSeconds();
        position = edit.position() == null ? position : edit.position();
        if (!optionGroupIds.equals(edit.optionGroupIds())) {
            optionGroupIds.clear();
            optionGroupIds.addAll(edit.optionGroupIds());
        }
    }

    private static int rate(DishEdit edit, ServiceMode mode) {
        return Objects.requireNonNull(edit.vatRatesBp().get(mode));
    }
}
