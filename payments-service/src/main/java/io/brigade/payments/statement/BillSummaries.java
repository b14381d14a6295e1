package io.brigade.payments.statement;

import io.brigade.payments.bill.BillSums;
import java.util.List;

/** How several bills stand, by order. */
public record BillSummaries(List<BillSums> data) {}
