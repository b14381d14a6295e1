package io.brigade.orders.kitchen;

import io.brigade.orders.order.Allergen;
import io.brigade.orders.order.ItemState;
import io.brigade.orders.order.ServiceMode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads a station's board. */
@ApplicationScoped
class BoardStore {

    /** More than any station has on its rail; an answer has to end somewhere. */
    private static final int MOST_ITEMS = 500;

    private static final Comparator<Board.Ticket> OLDEST_FIRST = Comparator.comparing(Board.Ticket::sentAt)
            .thenComparing(Board.Ticket::orderId)
            .thenComparing(Board.Ticket::course);

    /** Index: order_items_on_board. What is still to be made comes first, so that it is there whatever stands ready. */
    private static final String BOARD = """
            SELECT i.order_id, t.name AS table_name, o.service_mode, o.customer, o.due_at, o.covers, o.opened_at,
                o.waiter_name, i.course, i.sent_at, i.item_id, i.name, i.quantity, i.options, i.formule, i.note, i.seat,
                i.allergies, i.allergen_warning, i.target_seconds, i.state
            FROM order_items i JOIN orders o USING (order_id) LEFT JOIN dining_tables t USING (table_id)
            WHERE i.restaurant_id = $1 AND i.station = $2 AND %s
            ORDER BY i.state = 'READY', i.sent_at, i.item_id LIMIT $3""".formatted(KitchenSql.ON_BOARD);

    private final Pool pool;

    @Inject
    BoardStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Board> read(long restaurantId, Station station) {
        return pool.preparedQuery(BOARD)
                .execute(Tuple.of(restaurantId, station.name(), MOST_ITEMS))
                .map(rows -> new Board(
                        station.name(),
                        tickets(
                                StreamSupport.stream(rows.spliterator(), false).toList(),
                                OffsetDateTime.now(ZoneOffset.UTC))));
    }

    private record TicketKey(long orderId, int course) {}

    private static List<Board.Ticket> tickets(List<Row> rows, OffsetDateTime now) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> row.getLong("item_id")))
                .collect(Collectors.groupingBy(
                        row -> new TicketKey(row.getLong("order_id"), row.getInteger("course")),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(items -> ticket(items, now))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static Board.Ticket ticket(List<Row> rows, OffsetDateTime now) {
        Row order = rows.getFirst();
        List<Board.Line> lines = rows.stream().map(row -> line(row, now)).toList();
        return new Board.Ticket(
                order.getLong("order_id"),
                order.getString("table_name"),
                ServiceMode.valueOf(order.getString("service_mode")),
                KitchenRow.customerName(order),
                order.getOffsetDateTime("due_at"),
                order.getInteger("covers"),
                order.getInteger("course"),
                lines.stream()
                        .map(Board.Line::sentAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                order.getOffsetDateTime("opened_at"),
                Duration.between(order.getOffsetDateTime("opened_at"), now).toSeconds(),
                order.getString("waiter_name"),
                lines);
    }

    private static Board.Line line(Row row, OffsetDateTime now) {
        ItemState state = ItemState.valueOf(row.getString("state"));
        OffsetDateTime dueAt = KitchenRow.dueAt(row);
        return new Board.Line(
                row.getLong("item_id"),
                row.getString("name"),
                row.getInteger("quantity"),
                KitchenRow.optionNames(row),
                KitchenRow.formuleName(row),
                row.getString("note"),
                row.getInteger("seat"),
                Allergen.read(row.getString("allergies")),
                Allergen.read(row.getString("allergen_warning")),
                state,
                row.getOffsetDateTime("sent_at"),
                row.getInteger("target_seconds"),
                dueAt,
                state != ItemState.READY && dueAt != null && dueAt.isBefore(now));
    }
}
