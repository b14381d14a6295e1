package io.brigade.payments.closing;

import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** Which days still take bookings. */
public interface BusinessDays {

    /** The day itself while it is open, else the first open day after it: a closed day accepts nothing. */
    Uni<LocalDate> open(Transaction transaction, long restaurantId, LocalDate wanted);
}
