package io.brigade.payments.bill;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The few fields of orders-service's order that billing needs. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BilledOrder(
        long orderId, long version, String status, String currency, long totalCents, List<BilledItem> items) {

    /** A line and what it adds to the total; nothing once voided. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record BilledItem(int vatRateBp, long totalCents) {}
}
