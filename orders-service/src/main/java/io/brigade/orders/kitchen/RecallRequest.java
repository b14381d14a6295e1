package io.brigade.orders.kitchen;

import jakarta.validation.constraints.NotNull;

/** The station that calls back what it finished last. */
public record RecallRequest(@NotNull Station station) {}
