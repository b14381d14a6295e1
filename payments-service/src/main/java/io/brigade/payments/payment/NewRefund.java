package io.brigade.payments.payment;

import io.brigade.payments.cash.TillName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money to be given back, the way it came. */
public record NewRefund(
        @NotNull @Min(1) @Max(10_000_000) @Schema(examples = "1250")
        Long amountCents,

        @NotNull @Size(min = 1, max = 200) @Schema(examples = "Plat froid")
        String reason,

        @Pattern(regexp = TillName.PATTERN) @Nullable @Schema(description = "Of cash: whose drawer it leaves; the only open one if absent.", examples = "Caisse 1")
        String till,

        @Nullable @Schema(description = "A manager's for REFUND.", examples = "eyJ0eXAiOiJhcHByb3ZhbCtqd3Qi…")
        String approvalToken) {}
