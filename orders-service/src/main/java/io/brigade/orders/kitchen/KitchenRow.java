package io.brigade.orders.kitchen;

import io.brigade.orders.order.ChosenOption;
import io.brigade.orders.order.ColumnJson;
import io.brigade.orders.order.Customer;
import io.brigade.orders.order.Formule;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the columns that the kitchen's statements have in common. */
final class KitchenRow {

    private KitchenRow() {}

    static @Nullable String customerName(Row row) {
        String customer = row.getString("customer");
        return customer == null
                ? null
                : ColumnJson.read(customer, Customer.class).name();
    }

    static @Nullable String formuleName(Row row) {
        String formule = row.getString("formule");
        return formule == null ? null : ColumnJson.read(formule, Formule.class).name();
    }

    static List<String> optionNames(Row row) {
        return ChosenOption.read(row.getString("options")).stream()
                .map(ChosenOption::name)
                .toList();
    }

    /** When the item should be ready; null without a target. */
    static @Nullable OffsetDateTime dueAt(Row row) {
        Integer target = row.getInteger("target_seconds");
        return target == null ? null : row.getOffsetDateTime("sent_at").plusSeconds(target);
    }
}
