package io.brigade.orders.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** The realtime stream of a restaurant: subscribe to topics, get their events in order, resume where you were. */
@WebSocket(path = "/ws/events")
@Authenticated
public class EventsSocket {

    private static final Logger LOG = Logger.getLogger(EventsSocket.class);

    /** RFC 6455 section 7.4.1: 1011, unexpected condition. The screen comes back with its last id. */
    private static final CloseReason FAILED = new CloseReason(1011, "reconnect with last_event_id");

    private static final String USAGE = "Send {\"subscribe\": [topics], \"last_event_id\": id or null}.";

    private final Displays displays;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final RealtimeMeters meters;

    @Inject
    EventsSocket(Displays displays, CurrentCaller caller, ObjectMapper json, RealtimeMeters meters) {
        this.displays = displays;
        this.caller = caller;
        this.json = json;
        this.meters = meters;
    }

    @OnOpen
    Uni<Void> opened(WebSocketConnection connection) {
        displays.add(new Display(connection, caller.get().restaurantId(), meters));
        return Uni.createFrom().voidItem();
    }

    @OnTextMessage
    Uni<Void> received(String text, WebSocketConnection connection) {
        Subscription wanted;
        try {
            wanted = json.readValue(text, Subscription.class);
        } catch (JsonProcessingException notASubscription) {
            return connection.sendText(Messages.error(USAGE));
        }
        if (wanted == null) { // the JSON word null
            return connection.sendText(Messages.error(USAGE));
        }
        return wanted.problem() == null
                ? displays.subscribe(connection.id(), wanted)
                : connection.sendText(Messages.error(String.valueOf(wanted.problem())));
    }

    @OnClose
    void closed(WebSocketConnection connection) {
        displays.remove(connection.id());
    }

    @OnError
    Uni<Void> failed(WebSocketConnection connection, Throwable failure) {
        LOG.debugf("socket %s failed: %s", connection.id(), failure);
        return connection.close(FAILED);
    }
}
