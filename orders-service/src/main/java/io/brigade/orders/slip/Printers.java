package io.brigade.orders.slip;

import java.util.List;

/** The printers of a restaurant. */
public record Printers(List<Printer> printers) {}
