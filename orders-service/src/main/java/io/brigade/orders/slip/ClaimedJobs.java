package io.brigade.orders.slip;

import java.util.List;

/** Slips to print now, the oldest first. */
public record ClaimedJobs(List<PrintJob> jobs) {}
