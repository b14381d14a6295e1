package io.brigade.orders.order;

import io.brigade.platform.event.Outbox;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a change of an order with all that belongs to it: items, history, portions, kitchen slips, event. */
@ApplicationScoped
class OrderWriter {

    private final Outbox outbox;
    private final Portions portions;
    private final OrderLog log;

    @Inject
    OrderWriter(Outbox outbox, Portions portions, OrderLog log) {
        this.outbox = outbox;
        this.portions = portions;
        this.log = log;
    }

    /** Writes the change in the running transaction; one that changes nothing leaves no trace. */
    Uni<Void> write(Transaction transaction, OrderChange change) {
        if (!change.isOne()) {
            return Uni.createFrom().voidItem();
        }
        SqlConnection connection = transaction.connection();
        transaction.afterCommit(() -> log.changed(change));
        return saveHead(connection, change)
                .chain(() -> saveItems(connection, change))
                .chain(() -> note(connection, change))
                .chain(() -> print(connection, change))
                .chain(() -> giveBack(transaction, change))
                .chain(() -> outbox.append(transaction, OrderEvents.of(change)));
    }

    private static Uni<Void> saveHead(SqlConnection connection, OrderChange change) {
        Order after = change.after();
        OrderHead head = after.head();
        return change.before() == null
                ? connection
                        .preparedQuery(OrderSql.INSERT)
                        .execute(inserted(head, after))
                        .replaceWithVoid()
                : connection
                        .preparedQuery(OrderSql.UPDATE)
                        .execute(updated(head, after))
                        .replaceWithVoid();
    }

    private static Tuple inserted(OrderHead head, Order order) {
        return Tuple.tuple()
                .addLong(head.orderId())
                .addLong(head.restaurantId())
                .addLong(head.tableId())
                .addBoolean(head.additional())
                .addString(head.serviceMode().name())
                .addString(head.status().name())
                .addLong(head.version())
                .addInteger(head.covers())
                .addLong(head.waiter().staffId())
                .addString(head.waiter().name())
                .addString(head.currency())
                .addLong(order.totalCents())
                .addLocalDate(head.businessDate())
                .addOffsetDateTime(head.openedAt())
                .addString(ColumnJson.write(order.discounts()));
    }

    private static Tuple updated(OrderHead head, Order order) {
        return Tuple.tuple()
                .addLong(head.orderId())
                .addLong(head.tableId())
                .addBoolean(head.additional())
                .addString(head.status().name())
                .addLong(head.version())
                .addInteger(head.covers())
                .addLong(head.waiter().staffId())
                .addString(head.waiter().name())
                .addLong(order.totalCents())
                .addOffsetDateTime(head.closedAt())
                .addString(ColumnJson.writeNullable(head.customer()))
                .addOffsetDateTime(head.dueAt())
                .addString(ColumnJson.write(order.discounts()))
                .addLong(head.mergedInto());
    }

    /** Items that come from another order are there already; those with a new id are not. */
    private static Uni<Void> saveItems(SqlConnection connection, OrderChange change) {
        List<OrderItem> touched = change.touched();
        List<OrderItem> fresh = touched.stream().filter(change::isFresh).toList();
        List<OrderItem> known =
                touched.stream().filter(item -> !change.isFresh(item)).toList();
        return save(connection, OrderSql.INSERT_ITEMS, change.after(), fresh)
                .chain(() -> save(connection, OrderSql.UPDATE_ITEMS, change.after(), known));
    }

    private static Uni<Void> save(SqlConnection connection, String sql, Order order, List<OrderItem> items) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Tuple.of(order.orderId(), order.restaurantId());
        ItemColumn.add(ItemColumn.ALL, parameters, items);
        return connection.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }

    private static Uni<Void> note(SqlConnection connection, OrderChange change) {
        Order after = change.after();
        Tuple parameters = Tuple.tuple()
                .addLong(after.orderId())
                .addLong(after.version())
                .addLong(after.restaurantId())
                .addOffsetDateTime(OffsetDateTime.now(ZoneOffset.UTC))
                .addString(change.action().name());
        addPerson(parameters, change.by());
        addPerson(parameters, change.approvedBy());
        parameters.addString(change.reason()).addString(ColumnJson.write(change.changes()));
        return connection
                .preparedQuery(OrderSql.INSERT_HISTORY)
                .execute(parameters)
                .replaceWithVoid();
    }

    private static void addPerson(Tuple parameters, @Nullable Person person) {
        parameters.addLong(person == null ? null : person.staffId());
        parameters.addString(person == null ? null : person.name());
    }

    private static Uni<Void> print(SqlConnection connection, OrderChange change) {
        List<Slip> slips = Slip.of(change);
        if (slips.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Order after = change.after();
        Tuple parameters = Tuple.of(after.restaurantId(), after.orderId(), after.version());
        PlaceParameters.addSlips(parameters, slips);
        return connection
                .preparedQuery(OrderSql.INSERT_SLIPS)
                .execute(parameters)
                .replaceWithVoid();
    }

    private Uni<Void> giveBack(Transaction transaction, OrderChange change) {
        boolean voids = change.action() == OrderAction.ITEM_VOIDED || change.action() == OrderAction.CANCELLED;
        return voids
                ? portions.giveBack(
                        transaction,
                        change.after().restaurantId(),
                        change.touched().stream().filter(OrderItem::isVoided).toList())
                : Uni.createFrom().voidItem();
    }
}
