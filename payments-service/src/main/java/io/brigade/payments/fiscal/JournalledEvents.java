package io.brigade.payments.fiscal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.brigade.payments.book.Seller;
import io.brigade.platform.event.EventHandler;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what other services tell into the journal: who signed in, which price changed. */
@ApplicationScoped
class JournalledEvents implements EventHandler {

    private static final String SIGNED_IN = "staff.signed_in";
    private static final String PRICE_CHANGED = "menu.price_changed";

    private final FiscalJournal journal;
    private final ObjectMapper json;

    @Inject
    JournalledEvents(FiscalJournal journal, ObjectMapper json) {
        this.journal = journal;
        this.json = json;
    }

    /** What both events say of the person, and the first of the restaurant. */
    private record Facts(
            long staffId,
            @Nullable String name,
            @Nullable String staffName,
            @Nullable Seller seller) {

        @Nullable String siret() {
            return seller == null ? null : seller.siret();
        }
    }

    @Override
    public String name() {
        return "fiscal-journal";
    }

    @Override
    public Set<String> types() {
        return Set.of(SIGNED_IN, PRICE_CHANGED);
    }

    @Override
    public Uni<Void> apply(Transaction transaction, StreamEvent event) {
        boolean signedIn = event.type().equals(SIGNED_IN);
        Facts facts = event.read(json, Facts.class);
        ObjectNode payload = event.read(json, ObjectNode.class).put("event", signedIn ? "SIGNED_IN" : "PRICE_CHANGED");
        @Nullable String name = signedIn ? facts.name() : facts.staffName();
        NewEntry entry = new NewEntry(
                event.restaurantId(),
                Kind.EVENT,
                OffsetDateTime.parse(event.occurredAt()),
                new Person(facts.staffId(), name == null ? "" : name),
                null,
                payload);
        return journal.append(transaction, List.of(entry), facts.siret()).replaceWithVoid();
    }
}
