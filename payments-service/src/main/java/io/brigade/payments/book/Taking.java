package io.brigade.payments.book;

import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.security.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in or, negative, went back.
 *
 * @param refundOf the payment that is given back; null for a payment
 * @param amountCents tips apart
 */
public record Taking(
        long restaurantId,
        long paymentId,
        @Nullable Long refundOf,
        long orderId,
        PaymentMethod method,
        long amountCents,
        long tipCents,
        String currency,
        Person cashier,
        LocalDate businessDate,
        OffsetDateTime at) {}
