package io.brigade.payments.erp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.event.EventHandler;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        NewAccountingEntry entry = entry(event);
        return transaction
                .first(KNOWN, List.of(entry.restaurantId(), entry.document().number()))
                .chain(known -> known == null
                        ? entries.write(transaction, entry)
                        : Uni.createFrom().voidItem());
    }

    private NewAccountingEntry entry(StreamEvent event) {
        JsonNode closing = read(event);
        String kind = closing.path("kind").asText("DAY");
        String number = kind + "-" + closing.path("closing_id").asText(event.eventId());
        OffsetDateTime told = OffsetDateTime.parse(event.occurredAt());
        LocalDate day = day(closing.path("business_date").asText(), told.toLocalDate());
        return new NewAccountingEntry(
                event.restaurantId(),
                AccountingEntry.Type.CLOSING,
                day,
                text(closing.path("currency")),
                null,
                new AccountingEntry.Reference("CLOSING", number, told),
                "Clôture " + number,
                List.of(),
                new AccountingEntry.Closing(kind, figures(closing)));
    }

    /** The totals; all that was told where they are missing. */
    private Map<String, Object> figures(JsonNode closing) {
        JsonNode totals = closing.path("totals");
        return totals.isMissingNode() || totals.isNull()
                ? json.convertValue(closing, FIGURES)
                : totals.isObject() ? json.convertValue(totals, FIGURES) : Map.of("totals", plain(totals));
    }

    private Object plain(JsonNode figures) {
        return json.convertValue(figures, Object.class);
    }

    private JsonNode read(StreamEvent event) {
        try {
            return json.readTree(event.data());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("event " + event.eventId() + " is not JSON", unreadable);
        }
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            return otherwise;
        }
    }

    private static @Nullable String text(JsonNode field) {
        return field.isTextual() ? field.asText() : null;
    }
}
