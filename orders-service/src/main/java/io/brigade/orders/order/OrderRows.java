package io.brigade.orders.order;

import io.brigade.platform.security.Person;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns rows into orders. */
final class OrderRows {

    private OrderRows() {}

    /** The order that rows of order joined with items make; null when there are none. */
    static @Nullable Order order(RowSet<Row> rows) {
        List<Row> all = StreamSupport.stream(rows.spliterator(), false).toList();
        return all.isEmpty()
                ? null
                : new Order(
                        head(all.getFirst()),
                        all.stream()
                                .filter(row -> row.getLong("item_id") != null)
                                .map(OrderRows::item)
                                .toList(),
                        ColumnJson.readList(all.getFirst().getString("discounts"), Discount[].class));
    }

    private static OrderHead head(Row row) {
        return new OrderHead(
                row.getLong("order_id"),
                row.getLong("restaurant_id"),
                row.getLong("table_id"),
                row.getString("table_name"),
                row.getBoolean("additional"),
                ServiceMode.valueOf(row.getString("service_mode")),
                OrderStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getInteger("covers"),
                new Person(row.getLong("waiter_id"), row.getString("waiter_name")),
                row.getString("currency"),
                row.getLocalDate("business_date"),
                row.getOffsetDateTime("opened_at"),
                row.getOffsetDateTime("taken_at"),
                row.getOffsetDateTime("closed_at"),
                row.getUUID("client_ref"),
                ColumnJson.readNullable(row.getString("customer"), Customer.class),
                row.getOffsetDateTime("due_at"),
                row.getLong("paid_cents"),
                row.getLong("merged_into"));
    }

    private static OrderItem item(Row row) {
        return new OrderItem(
                row.getLong("item_id"),
                row.getUUID("uid"),
                row.getInteger("item_version"),
                row.getLong("dish_id"),
                row.getString("name"),
                row.getInteger("quantity"),
                row.getLong("unit_price_cents"),
                row.getInteger("vat_rate_bp"),
                ChosenOption.read(row.getString("options")),
                ColumnJson.readNullable(row.getString("formule"), Formule.class),
                row.getString("note"),
                Allergen.read(row.getString("allergies")),
                Allergen.read(row.getString("allergen_warning")),
                row.getInteger("course"),
                row.getInteger("seat"),
                row.getString("station"),
                row.getInteger("target_seconds"),
                row.getLong("portions_set"),
                ItemState.valueOf(row.getString("state")),
                row.getOffsetDateTime("sent_at"),
                row.getOffsetDateTime("ready_at"),
                row.getOffsetDateTime("served_at"),
                row.getString("void_reason"));
    }
}
