package io.brigade.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.sql.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;

/** Writes events beside the change that they tell of, in its transaction. */
@ApplicationScoped
public class Outbox {

    private static final String APPEND =
            "INSERT INTO outbox (restaurant_id, type, topics, data, traceparent, request_id)"
                    + " VALUES ($1, $2, $3, $4, $5, $6)";

    private final ObjectMapper json;

    @Inject
    Outbox(ObjectMapper json) {
        this.json = json;
    }

    /** Adds the event to the running transaction. */
    public Uni<Void> append(Work work, Event event) {
        Origin origin = Origin.current();
        return work.update(
                        APPEND,
                        Arrays.asList(
                                event.restaurantId(),
                                event.type(),
                                topics(event),
                                data(event),
                                origin.traceparent(),
                                origin.requestId()))
                .replaceWithVoid();
    }

    /** The {@code topics} column, for services that write the row in a statement of their own. */
    public static String topics(Event event) {
        return String.join(" ", event.topics());
    }

    /** The {@code data} column, for services that write the row in a statement of their own. */
    public String data(Event event) {
        try {
            return json.writeValueAsString(event.data());
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalArgumentException(notSerialisable);
        }
    }
}
