package io.brigade.payments.bill;

/** What an order owes, as of a version of it, and what of that has been paid. */
public record Bill(
        long orderId, long restaurantId, long orderVersion, String currency, long totalCents, long paidCents) {

    /** What is left to pay; negative when the order became cheaper than what was paid already. */
    public long leftCents() {
        return totalCents - paidCents;
    }
}
