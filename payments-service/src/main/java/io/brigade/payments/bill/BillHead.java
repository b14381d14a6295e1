package io.brigade.payments.bill;

import io.brigade.platform.security.Person;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Whose bill it is. */
public record BillHead(
        @Nullable String tableName,
        @Nullable Integer covers,
        String serviceMode,
        Person waiter,
        @Nullable OffsetDateTime takenAt) {}
