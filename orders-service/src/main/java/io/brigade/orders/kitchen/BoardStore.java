package io.brigade.orders.kitchen;

import io.brigade.orders.order.ChosenOption;
import io.brigade.orders.order.ItemState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads a station's board. */
@ApplicationScoped
class BoardStore {

    /** More than any station has on its rail; an answer has to end somewhere. */
    private static final int MOST_ITEMS = 500;

    /** Index: order_items_on_board. */
    private static final String BOARD = """
            SELECT i.order_id, t.name AS table_name, i.course, i.sent_at, o.waiter_name, i.item_id, i.name, i.quantity,
                i.options, i.note, i.seat, i.state
            FROM order_items i JOIN orders o USING (order_id) LEFT JOIN dining_tables t USING (table_id)
            WHERE i.restaurant_id = $1 AND i.station = $2 AND i.state IN ('SENT', 'PREPARING', 'READY')
            ORDER BY i.sent_at, i.order_id, i.course, i.item_id LIMIT $3""";

    private final Pool pool;

    @Inject
    BoardStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Board> read(long restaurantId, String station) {
        return pool.preparedQuery(BOARD)
                .execute(Tuple.of(restaurantId, station, MOST_ITEMS))
                .map(rows -> new Board(
                        station,
                        tickets(StreamSupport.stream(rows.spliterator(), false).toList())));
    }

    private record TicketKey(OffsetDateTime sentAt, long orderId, int course) {}

    private List<Board.Ticket> tickets(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new TicketKey(
                                row.getOffsetDateTime("sent_at"), row.getLong("order_id"), row.getInteger("course")),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(this::ticket)
                .toList();
    }

    private Board.Ticket ticket(List<Row> rows) {
        Row first = rows.getFirst();
        return new Board.Ticket(
                first.getLong("order_id"),
                first.getString("table_name"),
                first.getInteger("course"),
                first.getOffsetDateTime("sent_at"),
                first.getString("waiter_name"),
                rows.stream().map(this::line).toList());
    }

    private Board.Line line(Row row) {
        return new Board.Line(
                row.getLong("item_id"),
                row.getString("name"),
                row.getInteger("quantity"),
                optionNames(row.getString("options")),
                row.getString("note"),
                row.getInteger("seat"),
                ItemState.valueOf(row.getString("state")));
    }

    private List<String> optionNames(String column) {
        return ChosenOption.read(column).stream().map(ChosenOption::name).toList();
    }
}
