package io.brigade.orders.floor;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A table, where it stands and what is open on it. */
public record TableView(
        @Schema(examples = "4") long tableId,
        @Schema(examples = "1") long areaId,
        @Schema(examples = "Salle") String area,

        @Schema(description = "Of the area among the others.", examples = "1")
        int areaPosition,

        @Schema(examples = "T4") String name,
        @Schema(examples = "4") int seats,

        @Schema(description = "From the left of the area's plan.", examples = "320")
        int x,

        @Schema(description = "From its top.", examples = "160")
        int y,

        @Schema(
                description = "False: it was taken away; it is shown only while an order is open on it.",
                examples = "true")
        boolean active,

        @Schema(description = "Rises with every change of the table; If-Match names it.", examples = "3")
        int version,

        @Schema(description = "Who serves it.", examples = "101") @Nullable Long waiterId,

        @Schema(examples = "Camille") @Nullable String waiterName,
        TableState state,

        @Schema(description = "Of its open orders together.", examples = "2")
        int covers,

        @Schema(description = "When the first of its open orders was opened.") @Nullable OffsetDateTime seatedAt,

        @Schema(description = "Empty while nothing is open.", examples = "[78]")
        List<Long> openOrderIds) {

    static TableView from(Row row) {
        return new TableView(
                row.getLong("table_id"),
                row.getLong("area_id"),
                row.getString("area_name"),
                row.getInteger("area_position"),
                row.getString("name"),
                row.getInteger("seats"),
                row.getInteger("x"),
                row.getInteger("y"),
                row.getBoolean("active"),
                row.getInteger("version"),
                row.getLong("waiter_id"),
                row.getString("waiter_name"),
                TableState.valueOf(row.getString("state")),
                row.getInteger("covers"),
                row.getOffsetDateTime("seated_at"),
                List.of(row.getArrayOfLongs("open_order_ids")));
    }
}
