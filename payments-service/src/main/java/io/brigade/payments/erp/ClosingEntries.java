package io.brigade.payments.erp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.payments.closing.Closing;
import io.brigade.platform.event.EventHandler;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the ERP of closings, so that it can compare. Such an entry has no lines: the tickets have posted everything, and
 * posting a closing's totals would count every sale twice.
 */
@ApplicationScoped
class ClosingEntries implements EventHandler {

    private static final String KNOWN = """
            SELECT 1 FROM accounting_entries WHERE restaurant_id = $1 AND type = 'CLOSING' AND document_no = $2""";

    private static final TypeReference<Map<String, Object>> FIGURES = new TypeReference<>() {};

    private final EntryBook entries;
    private final ObjectMapper json;

    @Inject
    ClosingEntries(EntryBook entries, ObjectMapper json) {
        this.entries = entries;
        this.json = json;
    }

    @Override
    public String name() {
        return "tell-erp-of-closings";
    }

    @Override
    public Set<String> types() {
        return Set.of("period.closed");
    }

    /** The inbox forgets after some days; the books do not. */
    @Override
    public Uni<Void> apply(Transaction transaction, StreamEvent event) {
        Closing closing = event.read(json, Closing.class);
        NewAccountingEntry entry = entry(closing);
        return closing.training()
                ? Uni.createFrom().voidItem()
                : transaction
                        .first(
                                KNOWN,
                                List.of(entry.restaurantId(), entry.document().number()))
                        .chain(known -> known == null
                                ? entries.write(transaction, entry)
                                : Uni.createFrom().voidItem());
    }

    private NewAccountingEntry entry(Closing closing) {
        String kind = closing.kind().name();
        String number = kind + "-" + closing.closingNo();
        return new NewAccountingEntry(
                closing.restaurantId(),
                AccountingEntry.Type.CLOSING,
                closing.lastDay(),
                closing.currency(),
                closing.seller(),
                new AccountingEntry.Reference("CLOSING", number, closing.closedAt()),
                "Clôture " + number,
                List.of(),
                new AccountingEntry.Closing(kind, json.convertValue(closing.figures(), FIGURES)));
    }
}
