package io.brigade.menu.price;

import io.brigade.menu.carte.Change;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Keeps what things cost, since when and by whom, and tells of every price that changed. */
@ApplicationScoped
public class PriceHistory {

    static final String EVENT_TYPE = "menu.price_changed";

    private static final String RECORD = """
            INSERT INTO price_changes
                (restaurant_id, kind, owner_id, thing_id, name, part, old_cents, new_cents, staff_id, staff_name)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    /** Index: price_changes_by_owner. */
    private static final String PAGE = """
            SELECT price_change_id, thing_id, name, part, old_cents, new_cents, staff_id, staff_name, changed_at
            FROM price_changes
            WHERE restaurant_id = $1 AND kind = $2 AND owner_id = $3 AND price_change_id < $4
            ORDER BY price_change_id DESC LIMIT $5""";

    private final Outbox outbox;
    private final Pool pool;

    @Inject
    PriceHistory(Outbox outbox, Pool pool) {
        this.outbox = outbox;
        this.pool = pool;
    }

    /** What {@code menu.price_changed} tells; {@code part} is null for the ordinary price. */
    public record Data(
            Kind kind,
            long id,
            String name,
            @Nullable String part,
            long oldCents,
            long newCents,
            long staffId,
            String staffName) {}

    /** Compares prices before and after a change, and records the difference in its transaction. */
    public Uni<Void> record(Change change, List<Priced> before, List<Priced> after) {
        Map<Long, Priced> known = before.stream().collect(Collectors.toMap(Priced::id, Function.identity()));
        List<PriceChange> changes = new ArrayList<>();
        for (Priced now : after) {
            Priced then = known.get(now.id());
            changes.addAll(then == null ? PriceChange.first(now) : PriceChange.between(then, now));
        }
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUniAndConcatenate(one -> keep(change, one).chain(() -> tell(change, one)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A thing's history, newest first, also of one that is gone; 404 when the restaurant never had it. */
    public Uni<Page<PriceChangeView>> page(long restaurantId, Kind kind, long owner, PageRequest request) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(restaurantId, kind.name(), owner, request.before(), request.limit() + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .invoke(rows -> {
                    if (rows.isEmpty()) { // whatever has a price has had a first one
                        throw ProblemException.notFound("history of the prices of", owner);
                    }
                })
                .map(rows -> Page.of(rows, request, (Row row) -> row.getLong("price_change_id"), PriceChangeView::of));
    }

    private static Uni<Void> keep(Change change, PriceChange one) {
        return change.work()
                .update(
                        RECORD,
                        Arrays.asList(
                                change.restaurantId(),
                                one.of().kind().name(),
                                one.of().owner(),
                                one.of().id(),
                                one.of().name(),
                                one.part(),
                                one.oldCents(),
                                one.newCents(),
                                change.author().staffId(),
                                change.author().name()))
                .replaceWithVoid();
    }

    private Uni<Void> tell(Change change, PriceChange one) {
        Long old = one.oldCents();
        return old == null
                ? Uni.createFrom().voidItem()
                : outbox.append(
                        change.work(),
                        new Event(
                                EVENT_TYPE,
                                change.restaurantId(),
                                Set.of("menu"),
                                new Data(
                                        one.of().kind(),
                                        one.of().id(),
                                        one.of().name(),
                                        one.part(),
                                        old,
                                        one.newCents(),
                                        change.author().staffId(),
                                        change.author().name())));
    }
}
