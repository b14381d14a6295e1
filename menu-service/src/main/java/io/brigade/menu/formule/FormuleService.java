package io.brigade.menu.formule;

import io.brigade.menu.carte.CarteChange;
import io.brigade.menu.carte.Change;
import io.brigade.menu.carte.References;
import io.brigade.menu.carte.SoldOut;
import io.brigade.menu.dish.Dishes;
import io.brigade.menu.price.PriceHistory;
import io.brigade.menu.price.Priced;
import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows and changes one formule. */
@ApplicationScoped
class FormuleService {

    private final Formules formules;
    private final Dishes dishes;
    private final PriceHistory prices;
    private final CarteChange changes;
    private final Answers answers;

    @Inject
    FormuleService(Formules formules, Dishes dishes, PriceHistory prices, CarteChange changes, Answers answers) {
        this.formules = formules;
        this.dishes = dishes;
        this.prices = prices;
        this.changes = changes;
        this.answers = answers;
    }

    Uni<FormuleView> get(long restaurantId, long formuleId) {
        return formules.get(restaurantId, formuleId).map(FormuleView::of);
    }

    Uni<Answer> add(WriteRequest write, FormuleEdit edit) {
        return changes.apply(write, change -> formules.requireRoom(change)
                .chain(() -> requireDishes(change, edit))
                .chain(() -> formules.nextPosition(change))
                .map(position -> made(change, position, edit))
                .call(formule -> change.session().persist(formule))
                .call(formule -> prices.record(change, List.of(), List.of(Priced.of(formule))))
                .map(formule -> answers.created(FormuleView.of(formule))));
    }

    Uni<Answer> edit(WriteRequest write, long formuleId, @Nullable String ifMatch, FormuleEdit edit) {
        return changes.apply(write, change -> required(change, formuleId, ifMatch)
                .call(() -> requireDishes(change, edit))
                .call(formule -> take(change, formule, edit))
                .map(formule -> answers.ok(FormuleView.of(formule))));
    }

    Uni<Answer> remove(WriteRequest write, long formuleId, @Nullable String ifMatch) {
        return changes.apply(write, change -> required(change, formuleId, ifMatch)
                .call(formule -> change.session().remove(formule))
                .replaceWith(Answer.of(204, new byte[0])));
    }

    /** Needs no If-Match: whoever says it last is right. */
    Uni<Answer> setAvailability(WriteRequest write, long formuleId, FormuleAvailability availability) {
        OffsetDateTime until = SoldOut.until(
                availability.until(),
                availability.available(),
                write.caller(),
                Clock.systemUTC().instant());
        return changes.apply(write, change -> formules.require(change, formuleId)
                .invoke(formule -> {
                    formule.available = availability.available();
                    formule.soldOutUntil = until;
                    formule.version++;
                })
                .map(formule -> answers.ok(FormuleView.of(formule))));
    }

    private Uni<Void> take(Change change, Formule formule, FormuleEdit edit) {
        Priced before = Priced.of(formule);
        formule.take(edit);
        formule.version++;
        return prices.record(change, List.of(before), List.of(Priced.of(formule)));
    }

    private Uni<Void> requireDishes(Change change, FormuleEdit edit) {
        Set<Long> named = edit.steps().stream()
                .flatMap(step -> step.choices().stream())
                .map(FormuleStep.Choice::dishId)
                .collect(Collectors.toSet());
        return dishes.known(change, named)
                .invoke(known -> references(edit, known).require())
                .replaceWithVoid();
    }

    /** Every dish is on the carte, and none is a choice of one step twice. */
    private static References references(FormuleEdit edit, Set<Long> known) {
        References references = new References();
        for (int step = 0; step < edit.steps().size(); step++) {
            List<FormuleStep.Choice> choices = edit.steps().get(step).choices();
            Set<Long> left = new HashSet<>(known);
            for (int i = 0; i < choices.size(); i++) {
                Long dish = choices.get(i).dishId();
                references.check(
                        "steps[" + step + "].choices[" + i + "].dish_id",
                        left.remove(dish),
                        "dish " + dish + ", or it is named twice,");
            }
        }
        return references;
    }

    private Uni<Formule> required(Change change, long formuleId, @Nullable String ifMatch) {
        return formules.require(change, formuleId)
                .invoke(formule -> EntityTag.requireMatch(ifMatch, formule.version, FormuleView.of(formule)));
    }

    private static Formule made(Change change, int position, FormuleEdit edit) {
        Formule formule = new Formule();
        formule.restaurantId = change.restaurantId();
        formule.position = position;
        formule.take(edit);
        return formule;
    }
}
