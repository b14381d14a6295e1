package io.brigade.staff.restaurant;

import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.staff.Changes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows and changes a restaurant to those who work there. */
@ApplicationScoped
class RestaurantService {

    private static final StepLog LOG = StepLog.of(RestaurantService.class);

    private final RestaurantRepository restaurants;
    private final Changes changes;
    private final Answers answers;

    @Inject
    RestaurantService(RestaurantRepository restaurants, Changes changes, Answers answers) {
        this.restaurants = restaurants;
        this.changes = changes;
        this.answers = answers;
    }

    /** The caller's own and those that they oversee. */
    Uni<Page<RestaurantView>> list(Caller caller, PageRequest page) {
        return Panache.withSession(() -> restaurants.among(caller.restaurantIds(), page.after(), page.limit() + 1))
                .map(rows -> Page.of(rows, page, restaurant -> restaurant.restaurantId, RestaurantView::of));
    }

    /** Fails with 404 for another restaurant than the caller's. */
    Uni<RestaurantView> get(Caller caller, long restaurantId) {
        return Panache.withSession(() -> own(caller, restaurantId, () -> restaurants.findById(restaurantId)))
                .map(RestaurantView::of);
    }

    /** Fails with 412 when {@code ifMatch} names another version. */
    Uni<Answer> change(WriteRequest write, long restaurantId, @Nullable String ifMatch, RestaurantChange change) {
        return changes.once(write, _ -> own(write.caller(), restaurantId, () -> restaurants.lock(restaurantId))
                        .invoke(found -> EntityTag.requireMatch(ifMatch, found.version, RestaurantView.of(found)))
                        .invoke(found -> apply(change, found))
                        .call(() -> Panache.flush())
                        .map(changed -> answers.ok(RestaurantView.of(changed))))
                .invoke(answer -> LOG.info(answer.replayed() ? "restaurant change sent again" : "restaurant changed")
                        .write());
    }

    private static void apply(RestaurantChange change, Restaurant restaurant) {
        restaurant.name = change.name();
        restaurant.address = change.address();
        restaurant.discountLimitBp = change.discountLimitBp();
    }

    private static Uni<Restaurant> own(Caller caller, long restaurantId, Supplier<Uni<Restaurant>> find) {
        return (restaurantId == caller.restaurantId()
                        ? find.get()
                        : Uni.createFrom().<Restaurant>nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("restaurant", restaurantId));
    }
}
