package io.brigade.orders.order;

import io.brigade.platform.security.Person;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order without its items.
 *
 * @param tableName as the floor plan calls it
 * @param additional whether it was opened on an occupied table on purpose
 * @param takenAt when a device took it, by the device's clock; null if it was not said
 * @param clientRef the device's own name for it
 * @param paidCents what payments-service has told of
 * @param mergedInto the order that took its items over
 */
@RecordBuilder
public record OrderHead(
        long orderId,
        long restaurantId,
        @Nullable Long tableId,
        @Nullable String tableName,
        boolean additional,
        ServiceMode serviceMode,
        OrderStatus status,
        long version,
        @Nullable Integer covers,
        Person waiter,
        String currency,
        LocalDate businessDate,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime takenAt,
        @Nullable OffsetDateTime closedAt,
        @Nullable UUID clientRef,
        @Nullable Customer customer,
        @Nullable OffsetDateTime dueAt,
        long paidCents,
        @Nullable Long mergedInto)
        implements OrderHeadBuilder.With {}
