package io.brigade.menu.dish;

import io.brigade.menu.carte.CarteChange;
import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows and changes one dish. */
@ApplicationScoped
class DishService {

    private static final StepLog LOG = StepLog.of(DishService.class);

    private final DishRepository dishes;
    private final CarteChange change;
    private final Answers answers;

    @Inject
    DishService(DishRepository dishes, CarteChange change, Answers answers) {
        this.dishes = dishes;
        this.change = change;
        this.answers = answers;
    }

    Uni<DishView> get(long restaurantId, long dishId) {
        return Panache.withSession(() -> require(restaurantId, dishId)).map(DishView::of);
    }

    Uni<Answer> edit(WriteRequest write, long dishId, @Nullable String ifMatch, DishEdit edit) {
        return change(write, dishId, ifMatch, dish -> {
            dish.name = edit.name();
            dish.description = edit.description();
            dish.unitPriceCents = edit.unitPriceCents();
            dish.allergens = edit.allergens();
        });
    }

    /** Needs no If-Match: whoever says it last is right. */
    Uni<Answer> setAvailability(WriteRequest write, long dishId, Availability availability) {
        return change(write, dishId, null, dish -> dish.available = availability.available());
    }

    private Uni<Answer> change(WriteRequest write, long dishId, @Nullable String ifMatch, Consumer<Dish> edit) {
        return change.apply(write, () -> require(write.caller().restaurantId(), dishId)
                        .invoke(dish -> EntityTag.requireMatch(ifMatch, dish.version, DishView.of(dish)))
                        .invoke(edit)
                        .call(() -> Panache.flush())
                        .map(dish -> answers.ok(DishView.of(dish))))
                .invoke(answer -> LOG.info(answer.replayed() ? "dish change sent again" : "dish changed")
                        .with("dish_id", dishId)
                        .write());
    }

    private Uni<Dish> require(long restaurantId, long dishId) {
        return dishes.find(restaurantId, dishId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("dish", dishId));
    }
}
