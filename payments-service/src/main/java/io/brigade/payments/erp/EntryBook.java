package io.brigade.payments.erp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.payments.book.Seller;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes entries: numbers, text and delivery commit with what they tell of. */
@ApplicationScoped
class EntryBook {

    /** Locks the restaurant's book until the transaction ends. One of $2 and $3 is 1; $4 is null for what posts nothing. */
    private static final String NEXT = """
            INSERT INTO accounting_books AS b (restaurant_id, seq, posted_no, noted_no, last_date)
            VALUES ($1, 1, $2, $3, $4)
            ON CONFLICT (restaurant_id) DO UPDATE SET
                seq = b.seq + 1,
                posted_no = b.posted_no + excluded.posted_no,
                noted_no = b.noted_no + excluded.noted_no,
                last_date = greatest(b.last_date, excluded.last_date)
            RETURNING seq, posted_no, noted_no, last_date""";

    private static final String WRITE = """
            WITH entry AS (
                INSERT INTO accounting_entries (entry_id, restaurant_id, seq, journal, entry_no, type, document_no,
                    posted, siren, currency, entry_date, recorded_at, document)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ), queue AS (
                INSERT INTO accounting_queues (restaurant_id) VALUES ($2) ON CONFLICT DO NOTHING
            )
            INSERT INTO accounting_deliveries (entry_id, restaurant_id, seq) VALUES ($1, $2, $3)""";

    private static final int SIREN_DIGITS = 9;

    private final AccountingConfig config;
    private final ErpWake wake;
    private final ObjectMapper json;

    @Inject
    EntryBook(AccountingConfig config, ErpWake wake, ObjectMapper json) {
        this.config = config;
        this.wake = wake;
        this.json = json;
    }

    /** Writes the entry and puts it on its way once the transaction has committed. */
    Uni<Void> write(Transaction transaction, NewAccountingEntry entry) {
        boolean posted = entry.isPosted();
        return transaction
                .first(
                        NEXT,
                        Arrays.asList(
                                entry.restaurantId(),
                                posted ? 1L : 0L,
                                posted ? 0L : 1L,
                                posted ? entry.businessDate() : null))
                .map(row -> place(row, entry))
                .chain(place -> insert(transaction, entry, place))
                .invoke(() -> transaction.afterCommit(wake::now));
    }

    private static NewAccountingEntry.Place place(@Nullable List<?> row, NewAccountingEntry entry) {
        if (row == null) {
            throw new IllegalStateException("the book gave no number");
        }
        return entry.isPosted()
                ? new NewAccountingEntry.Place((Long) row.get(0), (Long) row.get(1), (LocalDate) row.get(3))
                : new NewAccountingEntry.Place((Long) row.get(0), (Long) row.get(2), entry.businessDate());
    }

    private Uni<Void> insert(Transaction transaction, NewAccountingEntry draft, NewAccountingEntry.Place place) {
        AccountingEntry entry = draft.at(place, draft.isPosted() ? config.journal() : config.notes(), now());
        Seller seller = entry.seller();
        return transaction
                .update(
                        WRITE,
                        Arrays.asList(
                                entry.entryId(),
                                entry.restaurantId(),
                                place.seq(),
                                entry.journal(),
                                entry.entryNo(),
                                entry.type().name(),
                                entry.document().number(),
                                draft.isPosted(),
                                seller == null ? null : siren(seller),
                                entry.currency(),
                                entry.entryDate(),
                                entry.recordedAt(),
                                text(entry)))
                .replaceWithVoid();
    }

    /** The first nine digits of the SIRET name the business (INSEE). */
    private static String siren(Seller seller) {
        String siret = seller.siret().replace(" ", "");
        return siret.substring(0, Math.min(SIREN_DIGITS, siret.length()));
    }

    private String text(AccountingEntry entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** PostgreSQL keeps microseconds: what is told is what is stored. */
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
