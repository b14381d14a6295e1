package io.brigade.orders.slip;

import io.brigade.orders.kitchen.Station;
import io.brigade.orders.order.ColumnJson;
import io.brigade.orders.order.Customer;
import io.brigade.orders.order.ServiceMode;
import io.brigade.orders.order.Slip;
import io.brigade.orders.order.SlipKind;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a slip says: the lines as they were when it was made, the order's place as it is now, for the guests may have
 * moved.
 *
 * @param station whose slip it is
 * @param attempts how often it was claimed by now
 */
record SlipData(
        SlipKind kind,
        Station station,
        int attempts,
        OffsetDateTime createdAt,
        long orderId,
        ServiceMode serviceMode,
        @Nullable String tableName,
        @Nullable String areaName,
        @Nullable String customerName,
        @Nullable OffsetDateTime dueAt,
        @Nullable Integer covers,
        String waiterName,
        List<Slip.Line> lines) {

    static SlipData from(Row row) {
        String customer = row.getString("customer");
        return new SlipData(
                SlipKind.valueOf(row.getString("kind")),
                Station.valueOf(row.getString("station")),
                row.getInteger("attempts"),
                row.getOffsetDateTime("created_at"),
                row.getLong("order_id"),
                ServiceMode.valueOf(row.getString("service_mode")),
                row.getString("table_name"),
                row.getString("area_name"),
                customer == null
                        ? null
                        : ColumnJson.read(customer, Customer.class).name(),
                row.getOffsetDateTime("due_at"),
                row.getInteger("covers"),
                row.getString("waiter_name"),
                ColumnJson.readList(row.getString("lines"), Slip.Line[].class));
    }
}
