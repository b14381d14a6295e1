package io.brigade.orders.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Items to be added to an order. */
public record MoreItems(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid NewItem> items) {}
