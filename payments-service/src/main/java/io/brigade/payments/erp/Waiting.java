package io.brigade.payments.erp;

import java.util.UUID;

/** The entry that is next for its restaurant. */
record Waiting(UUID entryId, int attempts, int strikes, String document) {}
