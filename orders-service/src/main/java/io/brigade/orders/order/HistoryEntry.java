package io.brigade.orders.order;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.brigade.platform.security.Person;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change of an order: who, when, what, approved by whom. */
public record HistoryEntry(
        @Schema(description = "The order's version after it.", examples = "2")
        long version,

        OffsetDateTime at,
        OrderAction action,

        @Schema(description = "Null: payments-service.") @Nullable Person by,

        @Nullable Person approvedBy,
        @Schema(examples = "Erreur de commande") @Nullable String reason,

        @JsonRawValue @Schema(implementation = Changes.class)
        String changes) {

    static HistoryEntry from(Row row) {
        return new HistoryEntry(
                row.getLong("version"),
                row.getOffsetDateTime("at"),
                OrderAction.valueOf(row.getString("action")),
                person(row, "staff_id", "staff_name"),
                person(row, "approved_by_id", "approved_by_name"),
                row.getString("reason"),
                row.getString("changes"));
    }

    private static @Nullable Person person(Row row, String id, String name) {
        Long staffId = row.getLong(id);
        return staffId == null ? null : new Person(staffId, row.getString(name));
    }
}
