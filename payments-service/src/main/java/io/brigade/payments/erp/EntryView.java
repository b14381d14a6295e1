package io.brigade.payments.erp;

/** An accounting entry as the ERP gets it, and how it fares on its way there. */
record EntryView(EntrySummary delivery, AccountingEntry entry) {}
