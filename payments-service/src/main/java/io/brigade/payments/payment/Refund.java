package io.brigade.payments.payment;

import io.brigade.payments.book.Taking;
import io.brigade.platform.security.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money that was given back. It never changes. */
public record Refund(
        @Schema(examples = "42") long refundId,
        @Schema(examples = "41") long paymentId,
        @Schema(examples = "1") long restaurantId,
        @Schema(examples = "78") long orderId,
        @Schema(examples = "CARD") PaymentMethod method,
        @Schema(examples = "1250") long amountCents,

        @Schema(description = "Part of it that was owed: a credit ticket tells of it.", examples = "1250")
        long creditedCents,

        @Schema(examples = "EUR") String currency,
        @Schema(examples = "Plat froid") String reason,

        @Schema(description = "Drawer that it left.", examples = "12") @Nullable Long sessionId,

        Person cashier,
        Person approvedBy,
        LocalDate businessDate,
        OffsetDateTime refundedAt) {

    /** As the books have it. */
    Taking taking() {
        return new Taking(
                restaurantId,
                /* paymentId= */ refundId,
                /* refundOf= */ paymentId,
                orderId,
                method,
                -amountCents,
                0,
                currency,
                cashier,
                businessDate,
                refundedAt);
    }
}
