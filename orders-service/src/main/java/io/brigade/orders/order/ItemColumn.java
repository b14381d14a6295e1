package io.brigade.orders.order;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of order_items. Items go into a statement as one array per column and are unnested there, so that a statement
 * is the same however many there are.
 *
 * @param adds puts the items' values into the statement's parameters
 */
record ItemColumn(String name, String type, BiConsumer<Tuple, List<OrderItem>> adds) {

    /** What a new item may have; the rest comes with its life. */
    static final List<ItemColumn> PLACED = List.of(
            longs("item_id", OrderItem::itemId),
            uuids("uid", OrderItem::uid),
            longs("dish_id", OrderItem::dishId),
            texts("name", OrderItem::name),
            integers("quantity", OrderItem::quantity),
            longs("unit_price_cents", OrderItem::unitPriceCents),
            integers("vat_rate_bp", OrderItem::vatRateBp),
            texts("options", item -> ColumnJson.write(item.options())),
            texts("formule", item -> ColumnJson.writeNullable(item.formule())),
            texts("note", OrderItem::note),
            texts("allergies", item -> Allergen.write(item.allergies())),
            texts("allergen_warning", item -> Allergen.write(item.allergenWarning())),
            integers("course", OrderItem::course),
            integers("seat", OrderItem::seat),
            texts("station", OrderItem::station),
            integers("target_seconds", OrderItem::targetSeconds),
            longs("portions_set", OrderItem::portionsSet),
            texts("state", item -> item.state().name()),
            times("sent_at", OrderItem::sentAt));

    /** All of them. */
    static final List<ItemColumn> ALL = Stream.concat(
                    PLACED.stream(),
                    Stream.of(
                            integers("version", OrderItem::version),
                            times("ready_at", OrderItem::readyAt),
                            times("served_at", OrderItem::servedAt),
                            texts("void_reason", OrderItem::voidReason)))
            .toList();

    /** Their names, for a column list. */
    static String names(List<ItemColumn> columns) {
        return columns.stream().map(ItemColumn::name).collect(Collectors.joining(", "));
    }

    /** The call that makes rows of the arrays, the first of which is parameter {@code first}. */
    static String unnest(List<ItemColumn> columns, int first) {
        return Stream.iterate(0, i -> i < columns.size(), i -> i + 1)
                .map(i -> "$%d::%s[]".formatted(first + i, columns.get(i).type()))
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /** Adds the arrays to the parameters. */
    static void add(List<ItemColumn> columns, Tuple parameters, List<OrderItem> items) {
        columns.forEach(column -> column.adds().accept(parameters, items));
    }

    private static ItemColumn longs(String name, Function<OrderItem, @Nullable Long> value) {
        return new ItemColumn(
                name,
                "bigint",
                (tuple, items) -> tuple.addArrayOfLong(items.stream().map(value).toArray(Long[]::new)));
    }

    private static ItemColumn integers(String name, Function<OrderItem, @Nullable Integer> value) {
        return new ItemColumn(
                name,
                "int",
                (tuple, items) ->
                        tuple.addArrayOfInteger(items.stream().map(value).toArray(Integer[]::new)));
    }

    private static ItemColumn texts(String name, Function<OrderItem, @Nullable String> value) {
        return new ItemColumn(
                name,
                "text",
                (tuple, items) ->
                        tuple.addArrayOfString(items.stream().map(value).toArray(String[]::new)));
    }

    private static ItemColumn uuids(String name, Function<OrderItem, @Nullable UUID> value) {
        return new ItemColumn(
                name,
                "uuid",
                (tuple, items) -> tuple.addArrayOfUUID(items.stream().map(value).toArray(UUID[]::new)));
    }

    private static ItemColumn times(String name, Function<OrderItem, @Nullable OffsetDateTime> value) {
        return new ItemColumn(
                name,
                "timestamptz",
                (tuple, items) ->
                        tuple.addArrayOfOffsetDateTime(items.stream().map(value).toArray(OffsetDateTime[]::new)));
    }
}
