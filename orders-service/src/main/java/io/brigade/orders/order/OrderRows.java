package io.brigade.orders.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns orders into statement parameters and rows into orders. */
@ApplicationScoped
class OrderRows {

    private final ObjectMapper json;

    @Inject
    OrderRows(ObjectMapper json) {
        this.json = json;
    }

    /** The item columns as arrays, one element per item, in the order that {@link OrderSql} unnests them. */
    void addItemArrays(Tuple parameters, List<OrderItem> items) {
        parameters.addArrayOfLong(column(items, OrderItem::itemId).toArray(Long[]::new));
        parameters.addArrayOfLong(column(items, OrderItem::dishId).toArray(Long[]::new));
        parameters.addArrayOfString(column(items, OrderItem::name).toArray(String[]::new));
        parameters.addArrayOfInteger(column(items, OrderItem::quantity).toArray(Integer[]::new));
        parameters.addArrayOfLong(column(items, OrderItem::unitPriceCents).toArray(Long[]::new));
        parameters.addArrayOfInteger(column(items, OrderItem::vatRateBp).toArray(Integer[]::new));
        parameters.addArrayOfString(column(items, item -> write(item.options())).toArray(String[]::new));
        parameters.addArrayOfString(column(items, OrderItem::note).toArray(String[]::new));
        parameters.addArrayOfInteger(column(items, OrderItem::course).toArray(Integer[]::new));
        parameters.addArrayOfInteger(column(items, OrderItem::seat).toArray(Integer[]::new));
        parameters.addArrayOfString(column(items, OrderItem::station).toArray(String[]::new));
        parameters.addArrayOfString(column(items, item -> item.state().name()).toArray(String[]::new));
        parameters.addArrayOfOffsetDateTime(column(items, OrderItem::sentAt).toArray(OffsetDateTime[]::new));
    }

    /** The order that rows of order joined with items make; null when there are none. */
    @Nullable Order order(RowSet<Row> rows) {
        List<Row> all = StreamSupport.stream(rows.spliterator(), false).toList();
        return all.isEmpty()
                ? null
                : order(all.getFirst(), all.stream().map(this::item).toList());
    }

    private static Order order(Row row, List<OrderItem> items) {
        return new Order(
                row.getLong("order_id"),
                row.getLong("restaurant_id"),
                row.getLong("table_id"),
                ServiceMode.valueOf(row.getString("service_mode")),
                OrderStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getInteger("covers"),
                row.getLong("waiter_id"),
                row.getString("waiter_name"),
                row.getString("currency"),
                row.getLocalDate("business_date"),
                row.getOffsetDateTime("opened_at"),
                row.getOffsetDateTime("closed_at"),
                items);
    }

    private OrderItem item(Row row) {
        return new OrderItem(
                row.getLong("item_id"),
                row.getLong("dish_id"),
                row.getString("name"),
                row.getInteger("quantity"),
                row.getLong("unit_price_cents"),
                row.getInteger("vat_rate_bp"),
                ChosenOption.read(json, row.getString("options")),
                row.getString("note"),
                row.getInteger("course"),
                row.getInteger("seat"),
                row.getString("station"),
                ItemState.valueOf(row.getString("state")),
                row.getOffsetDateTime("sent_at"));
    }

    private String write(List<ChosenOption> options) {
        try {
            return json.writeValueAsString(options);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T extends @Nullable Object> List<T> column(List<OrderItem> items, Function<OrderItem, T> column) {
        return items.stream().map(column).toList();
    }
}
