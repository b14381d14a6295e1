package io.brigade.menu.dish;

import io.brigade.menu.carte.CarteChange;
import io.brigade.menu.carte.Change;
import io.brigade.menu.carte.SoldOut;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what is sold out, what is back on and how many portions are left. Whoever says it last is right. */
@ApplicationScoped
class DishAvailability {

    private static final StepLog LOG = StepLog.of(DishAvailability.class);
    private static final String NEXT_SET = "SELECT nextval('portions_seq')";

    private final Dishes dishes;
    private final CarteChange changes;
    private final Answers answers;

    @Inject
    DishAvailability(Dishes dishes, CarteChange changes, Answers answers) {
        this.dishes = dishes;
        this.changes = changes;
        this.answers = answers;
    }

    Uni<Answer> set(WriteRequest write, long dishId, Availability availability) {
        if (!availability.available() && availability.portions() != null) {
            throw ProblemException.invalid("portions", "goes with available: true");
        }
        OffsetDateTime until = SoldOut.until(
                availability.until(),
                availability.available(),
                write.caller(),
                Clock.systemUTC().instant());
        return changes.apply(write, change -> dishes.require(change, dishId)
                        .call(dish -> take(change, dish, availability, until))
                        .map(dish -> answers.ok(DishView.of(dish))))
                .invoke(answer -> LOG.info(answer.replayed() ? "availability sent again" : "availability changed")
                        .with("dish_id", dishId)
                        .with("available", availability.available())
                        .write());
    }

    private static Uni<Void> take(Change change, Dish dish, Availability availability, @Nullable OffsetDateTime until) {
        return (availability.portions() == null ? Uni.createFrom().<Long>nullItem() : nextSet(change))
                .invoke(set -> {
                    dish.available = availability.available();
                    dish.soldOutUntil = until;
                    dish.portionsLeft = availability.portions();
                    dish.portionsSet = set;
                    dish.version++;
                })
                .replaceWithVoid();
    }

    private static Uni<Long> nextSet(Change change) {
        return change.work()
                .first(NEXT_SET, List.of())
                .map(columns -> ((Number) Objects.requireNonNull(columns).getFirst()).longValue());
    }
}
