package io.brigade.payments.fiscal;

import io.brigade.platform.security.Person;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written into a restaurant's fiscal journal.
 *
 * @param operator null: nobody, the system itself
 * @param device what it happened on, such as a till's name; null when it is not known
 * @param payload becomes canonical JSON: everything by value
 */
public record NewEntry(
        long restaurantId,
        Kind kind,
        OffsetDateTime occurredAt,
        @Nullable Person operator,
        @Nullable String device,
        Object payload) {}
