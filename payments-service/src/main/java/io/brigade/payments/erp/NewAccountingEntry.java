package io.brigade.payments.erp;

import io.brigade.payments.book.Seller;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry that has no number yet. */
record NewAccountingEntry(
        long restaurantId,
        AccountingEntry.Type type,
        LocalDate businessDate,
        @Nullable String currency,
        @Nullable Seller seller,
        AccountingEntry.Reference document,
        String label,
        List<EntryLine> lines,
        AccountingEntry.@Nullable Closing closing) {

    /** Whether anything moves. */
    boolean isPosted() {
        return !lines.isEmpty();
    }

    /** The entry in its place. */
    AccountingEntry at(Place place, AccountingConfig.Journal journal, OffsetDateTime now) {
        return new AccountingEntry(
                AccountingEntry.VERSION,
                UUID.randomUUID(),
                restaurantId,
                type,
                journal.code(),
                journal.label(),
                place.entryNo(),
                place.entryDate(),
                businessDate,
                now,
                currency,
                seller,
                document,
                label,
                lines,
                lines.stream().mapToLong(EntryLine::debitCents).sum(),
                closing);
    }

    /** Where an entry stands in the books. */
    record Place(long seq, long entryNo, LocalDate entryDate) {}
}
