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

/**
 * Gives ids before the rows are written, so that the answer that names them can be stored in the same statement. Whoever
 * asks while a fetch is under way shares the next one: at rest a fetch is one short round trip, under load many orders
 * share it. Nothing is kept in stock, so ids rise with time whichever instance gives them.
 */
@ApplicationScoped
class OrderIds {

    private static final String FETCH = """
            SELECT ARRAY(SELECT nextval('orders_seq') FROM generate_series(1, $1)) AS orders,
                ARRAY(SELECT nextval('order_items_seq') FROM generate_series(1, $2)) AS items""";

    private final Pool pool;
    private List<Request> waiting = new ArrayList<>();
    private boolean fetching;

    @Inject
    OrderIds(Pool pool) {
        this.pool = pool;
    }

    /** Ids for one order and its items, ascending. */
    record Ids(long orderId, List<Long> itemIds) {}

    private record Request(int orders, int items, UniEmitter<? super Ids> emitter) {}

    /** Ids for a new order and its items, never given before. */
    Uni<Ids> forOrder(int items) {
        return take(1, items);
    }

    /** Ids for items that are added to an order; {@link Ids#orderId} is 0. */
    Uni<Ids> forItems(int items) {
        return take(0, items);
    }

    private Uni<Ids> take(int orders, int items) {
        return OwnContext.of(Uni.createFrom().emitter(emitter -> add(new Request(orders, items, emitter))));
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
                .execute(Tuple.of(orders, items))
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
        int order = 0;
        int item = 0;
        for (Request request : sharing) {
            List<Long> itemIds = List.copyOf(Arrays.asList(items).subList(item, item + request.items()));
            request.emitter().complete(new Ids(request.orders() == 0 ? 0 : orders[order], itemIds));
            order += request.orders();
            item += request.items();
        }
    }
}
