package io.brigade.payments.statement;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one of several guests pays. */
public record Share(
        @Schema(description = "Of a bill split by seat; null: of no seat.", examples = "2") @Nullable Integer seat,

        @Schema(examples = "1817") long amountCents,

        @Schema(description = "Items that it is for; empty: a part of the bill.", examples = "[311]")
        List<Long> itemIds) {}
