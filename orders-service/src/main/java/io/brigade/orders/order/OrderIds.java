package io.brigade.orders.order;

import io.brigade.platform.sql.OwnContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives ids before the rows are written, so that the answer that names them can be stored in the same statement. Whoever
 * asks while a fetch is under way shares the next one: at rest a fetch is one short round trip, under load many orders
 * share it. Nothing is kept in stock, so ids rise with time whichever instance gives them. The name of a new order's
 * table, which the answer tells, too, comes along.
 */
@ApplicationScoped
class OrderIds {

    private static final String FETCH = """
            SELECT ARRAY(SELECT nextval('orders_seq') FROM generate_series(1, $1)) AS orders,
                ARRAY(SELECT nextval('order_items_seq') FROM generate_series(1, $2)) AS items,
                ARRAY(SELECT t.name FROM unnest($3::bigint[]) WITH ORDINALITY AS w (table_id, place)
                    LEFT JOIN dining_tables t USING (table_id) ORDER BY w.place) AS tables""";

    private final Pool pool;
    private List<Request> waiting = new ArrayList<>();
    private boolean fetching;

    @Inject
    OrderIds(Pool pool) {
        this.pool = pool;
    }

    /** Ids for one order and its items, ascending, and the name of its table. */
    record Ids(long orderId, List<Long> itemIds, @Nullable String tableName) {}

    private record Request(int orders, int items, @Nullable Long tableId, UniEmitter<? super Ids> emitter) {}

    /** Ids for a new order and its items, never given before. */
    Uni<Ids> forOrder(int items, @Nullable Long tableId) {
        return take(1, items, tableId);
    }

    /** Ids for items that are added to an order; {@link Ids#orderId} is 0. */
    Uni<Ids> forItems(int items) {
        return take(0, items, null);
    }

    private Uni<Ids> take(int orders, int items, @Nullable Long tableId) {
        return OwnContext.of(Uni.createFrom().emitter(emitter -> add(new Request(orders, items, tableId, emitter))));
    }

    private synchronized void add(Request request) {
        waiting.add(request);
        if (!fetching) {
            fetching = true;
            fetch();
        }
    }

    private void fetch() {
        List<Request> sharing = waiting;
        waiting = new ArrayList<>();
        int orders = sharing.stream().mapToInt(Request::orders).sum();
        int items = sharing.stream().mapToInt(Request::items).sum();
        pool.preparedQuery(FETCH)
                .execute(Tuple.of(
                        orders, items, sharing.stream().map(Request::tableId).toArray(Long[]::new)))
                .map(rows -> rows.iterator().next())
                .onTermination()
                .invoke(this::fetchNext)
                .subscribe()
                .with(
                        row -> share(row, sharing),
                        failure -> sharing.forEach(request -> request.emitter().fail(failure)));
    }

    private synchronized void fetchNext() {
        if (waiting.isEmpty()) {
            fetching = false;
        } else {
            fetch();
        }
    }

    private static void share(Row row, List<Request> sharing) {
        Long[] orders = row.getArrayOfLongs("orders");
        Long[] items = row.getArrayOfLongs("items");
        String[] tables = row.getArrayOfStrings("tables");
        int order = 0;
        int item = 0;
        for (int place = 0; place < tables.length; place++) {
            Request request = sharing.get(place);
            List<Long> itemIds = List.copyOf(Arrays.asList(items).subList(item, item + request.items()));
            request.emitter().complete(new Ids(request.orders() == 0 ? 0 : orders[order], itemIds, tables[place]));
            order += request.orders();
            item += request.items();
        }
    }
}
