package io.brigade.orders.floor;

import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Tells displays of changed tables, in the change's transaction. */
@ApplicationScoped
class FloorEvents {

    private final Outbox outbox;

    @Inject
    FloorEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> changed(Transaction transaction, long restaurantId, TableView table) {
        return outbox.append(transaction, new Event("table.changed", restaurantId, Set.of("floor"), table));
    }

    Uni<Void> changed(Transaction transaction, long restaurantId, List<TableView> tables) {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(table -> changed(transaction, restaurantId, table))
                .collect()
                .last();
    }
}
