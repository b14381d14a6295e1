package io.brigade.orders.order;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What splitting an order gave. Both together cost what the one did. */
public record SplitView(
        @Schema(description = "With what stays on it.") OrderView order,

        @Schema(description = "With what went.") OrderView newOrder) {}
