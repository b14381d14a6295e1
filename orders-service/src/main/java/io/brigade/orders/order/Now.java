package io.brigade.orders.order;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The time as it can be stored: PostgreSQL keeps microseconds, and what is answered is what is stored. */
final class Now {

    private Now() {}

    static OffsetDateTime utc() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
