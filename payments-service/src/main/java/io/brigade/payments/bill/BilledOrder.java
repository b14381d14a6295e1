package io.brigade.payments.bill;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.brigade.platform.security.Person;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few fields of orders-service's order that billing needs. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BilledOrder(
        long orderId,
        long version,
        String status,
        String currency,
        long totalCents,
        @Nullable String tableName,
        @Nullable Integer covers,
        String serviceMode,
        long waiterId,
        String waiterName,
        @Nullable OffsetDateTime takenAt,
        List<BilledItem> items) {

    /** A line and what it adds to the total; nothing once voided. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record BilledItem(
            long itemId,
            long dishId,
            String name,
            int quantity,
            long unitPriceCents,
            long discountCents,
            long totalCents,
            int vatRateBp,
            List<Option> options,
            @Nullable Integer seat,
            String state) {

        /** An option that was chosen. */
        @JsonIgnoreProperties(ignoreUnknown = true)
        public record Option(String name) {}

        private boolean isSold() {
            return !state.equals("VOIDED");
        }

        private BillLine line() {
            return new BillLine(
                    itemId,
                    dishId,
                    name,
                    quantity,
                    unitPriceCents,
                    options.stream().map(Option::name).toList(),
                    seat,
                    discountCents,
                    totalCents,
                    vatRateBp);
        }
    }

    /** What is sold, as the bill keeps it. */
    List<BillLine> lines() {
        return items.stream().filter(BilledItem::isSold).map(BilledItem::line).toList();
    }

    /** What the bill keeps of the order itself. */
    BillHead head() {
        return new BillHead(tableName, covers, serviceMode, new Person(waiterId, waiterName), takenAt);
    }
}
