package io.brigade.menu.formule;

import com.fasterxml.jackson.core.type.TypeReference;
import io.brigade.menu.carte.JsonColumn;
import io.brigade.menu.carte.TimedPrice;
import io.brigade.menu.carte.Translation;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several dishes for one price, such as a starter and a main of the day. */
@Entity
@Table(name = "formules")
public class Formule {

    @Id
    @GeneratedValue(generator = "formules_seq")
    @SequenceGenerator(name = "formules_seq", sequenceName = "formules_seq")
    public Long formuleId;

    public Long restaurantId;
    public String name;
    public String description;

    @Convert(converter = JsonColumn.Translations.class)
    public Map<String, Translation> translations = Map.of();

    public long unitPriceCents;

    @Convert(converter = JsonColumn.TimedPrices.class)
    public List<TimedPrice> timedPrices = List.of();

    @Convert(converter = Steps.class)
    public List<FormuleStep> steps = List.of();

    public boolean available = true;
    public @Nullable OffsetDateTime soldOutUntil;
    public int position;
    public long version;

    /** Takes over what was edited; no position leaves it where it is, and its availability is another matter. */
    public void take(FormuleEdit edit) {
        name = edit.name();
        description = edit.description();
        translations = edit.translations();
        unitPriceCents = edit.unitPriceCents();
        timedPrices = edit.timedPrices();
        steps = edit.steps();
        position = edit.position() == null ? position : edit.position();
    }

    /** Whether the dish is one of its choices. */
    public boolean offers(long dishId) {
        return steps.stream().flatMap(step -> step.choices().stream()).anyMatch(choice -> choice.dishId() == dishId);
    }

    /** The steps in one column. */
    static class Steps extends JsonColumn<List<FormuleStep>> {
        Steps() {
            super(new TypeReference<>() {});
        }
    }
}
