package io.brigade.orders.kitchen;

import io.brigade.orders.order.ItemState;
import io.brigade.orders.order.ServiceMode;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is not ready yet and past its time, the longest over first; the 200 worst. */
public record LateItems(List<LateItem> items) {

    /** One of them. */
    public record LateItem(
            @Schema(examples = "311") long itemId,
            @Schema(examples = "78") long orderId,
            @Schema(examples = "HOT") String station,

            @Schema(description = "Null for takeaway and delivery.", examples = "T4") @Nullable String tableName,

            ServiceMode serviceMode,

            @Schema(description = "Null at a table.", examples = "Mme Roche") @Nullable String customerName,

            @Schema(examples = "Camille") String waiterName,
            @Schema(examples = "1") int course,
            @Schema(examples = "Entrecôte grillée") String name,
            @Schema(examples = "1") int quantity,
            ItemState state,
            OffsetDateTime sentAt,

            @Schema(description = "How long it should take.", examples = "900")
            int targetSeconds,

            @Schema(description = "How much longer it has been.", examples = "140")
            long overSeconds) {

        static LateItem from(Row row) {
            return new LateItem(
                    row.getLong("item_id"),
                    row.getLong("order_id"),
                    row.getString("station"),
                    row.getString("table_name"),
                    ServiceMode.valueOf(row.getString("service_mode")),
                    KitchenRow.customerName(row),
                    row.getString("waiter_name"),
                    row.getInteger("course"),
                    row.getString("name"),
                    row.getInteger("quantity"),
                    ItemState.valueOf(row.getString("state")),
                    row.getOffsetDateTime("sent_at"),
                    row.getInteger("target_seconds"),
                    row.getLong("over_seconds"));
        }
    }
}
