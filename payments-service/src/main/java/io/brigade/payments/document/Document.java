package io.brigade.payments.document;

import org.jspecify.annotations.Nullable;

/**
 * A note or a receipt, and how often it was printed.
 *
 * @param prints 1: the original only
 */
record Document(
        long documentId,
        long restaurantId,
        DocumentKind kind,
        long number,
        long orderId,
        @Nullable Long paymentId,
        long orderVersion,
        Content content,
        int prints) {}
