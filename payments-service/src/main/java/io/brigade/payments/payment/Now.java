package io.brigade.payments.payment;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** PostgreSQL keeps microseconds: what is answered is what is stored. */
public final class Now {

    private Now() {}

    /** The moment, in UTC. */
    public static OffsetDateTime utc() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
