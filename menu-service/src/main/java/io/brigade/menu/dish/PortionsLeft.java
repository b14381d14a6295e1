package io.brigade.menu.dish;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.menu.carte.CarteChange;
import io.brigade.menu.carte.CarteRepository;
import io.brigade.platform.event.EventHandler;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Takes over what orders-service has counted; a count of portions that were set anew since is of no use any more. */
@ApplicationScoped
class PortionsLeft implements EventHandler {

    private static final String TAKE = """
            UPDATE dishes SET portions_left = $4, portions_version = $5, version = version + 1
            WHERE restaurant_id = $1 AND dish_id = $2 AND portions_set = $3 AND portions_version < $5""";

    private final CarteRepository cartes;
    private final CarteChange changes;
    private final ObjectMapper json;

    @Inject
    PortionsLeft(CarteRepository cartes, CarteChange changes, ObjectMapper json) {
        this.cartes = cartes;
        this.changes = changes;
        this.json = json;
    }

    private record Count(long dishId, long portionsSet, int portionsLeft, long portionsVersion) {}

    @Override
    public String name() {
        return "take-over-portions-left";
    }

    @Override
    public Set<String> types() {
        return Set.of("dish.portions_left");
    }

    @Override
    public Uni<Void> apply(Transaction transaction, StreamEvent event) {
        Count count = event.read(json, Count.class);
        List<?> parameters = List.of(
                event.restaurantId(),
                count.dishId(),
                count.portionsSet(),
                Math.max(0, count.portionsLeft()),
                count.portionsVersion());
        return cartes.lock(transaction, event.restaurantId())
                .chain(() -> transaction.update(TAKE, parameters))
                .chain(changed ->
                        changed == 0 ? Uni.createFrom().voidItem() : changes.raise(transaction, event.restaurantId()));
    }
}
