package io.brigade.platform.event;

import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** A bean of this type applies events to its service's database, each exactly once among all instances. */
public interface EventHandler {

    /** Name in the inbox; never changed. */
    String name();

    /** Types of events that it applies. */
    Set<String> types();

    /** Applies the event in the given transaction, which also records that it was applied. */
    Uni<Void> apply(Transaction transaction, StreamEvent event);
}
