package io.brigade.payments.book;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.security.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sold, or given back, all of it by value. The tickets of an order add up to what it came to: the first has all
 * lines, a later one only what is different since, a credit what was paid back. It never changes.
 *
 * @param training true: practice, no sale
 * @param ticketNo counts from 1 without a gap within a restaurant
 * @param discountCents what discounts took off, contained in {@code totalCents} already
 * @param totalCents VAT included; negative for a credit
 * @param vat per rate; net and VAT add up to {@code totalCents}
 * @param settlements what paid it: their amounts add up to {@code totalCents}
 */
public record Ticket(
        boolean training,
        long ticketNo,
        Kind kind,
        long restaurantId,
        Seller seller,
        long orderId,
        @Nullable String tableName,
        @Nullable Integer covers,
        String serviceMode,
        Person waiter,
        Person cashier,
        LocalDate businessDate,
        OffsetDateTime issuedAt,
        @Nullable OffsetDateTime takenAt,
        String currency,
        List<Line> lines,
        long discountCents,
        long totalCents,
        List<VatShare> vat,
        List<Settlement> settlements) {

    /** What a ticket is for. */
    public enum Kind {
        SALE,
        CREDIT
    }

    /** One thing sold: {@code totalCents} after discounts, VAT included. */
    public record Line(
            long dishId,
            String name,
            int quantity,
            long unitPriceCents,
            List<String> options,
            long discountCents,
            long totalCents,
            int vatRateBp) {}

    /** A payment, or negative a refund, that the ticket is settled by; tips on top of the amount. */
    public record Settlement(long paymentId, PaymentMethod method, long amountCents, long tipCents) {}
}
