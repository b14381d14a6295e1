package io.brigade.orders.order;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which order's items are taken over. */
public record MergeRequest(@NotNull @Schema(examples = "79") Long fromOrderId) {}
