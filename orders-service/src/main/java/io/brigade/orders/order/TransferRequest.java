package io.brigade.orders.order;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an order goes: to another table, to another waiter, or both. */
public record TransferRequest(
        @Nullable @Schema(examples = "7") Long tableId,

        @Nullable @Schema(description = "True: although that table has an open order.", examples = "false")
        Boolean additional,

        @Nullable @Schema(description = "staff_id of the waiter who takes it over.", examples = "102")
        Long waiterId) {}
