package io.brigade.orders.realtime;

import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.event.StreamPosition;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connected screen. Its messages wait in a bounded queue and go out one after another; a screen that does not keep
 * up is closed (1013) and comes back where it was, instead of filling the server's memory; so is one that a message did
 * not reach (1011). Nothing is sent to a screen that is being closed: it would take what is missing for seen.
 */
final class Display {

    private static final int LONGEST_QUEUE = 1_000;
    /** RFC 6455 section 7.4 and the IANA registry of close codes: 1013, try again later. */
    private static final CloseReason TOO_SLOW = new CloseReason(1013, "too slow: reconnect with last_event_id");

    /** RFC 6455 section 7.4.1: 1011, unexpected condition. */
    private static final CloseReason NOT_SENT = new CloseReason(1011, "not sent: reconnect with last_event_id");

    private final RealtimeMeters meters;
    private final WebSocketConnection connection;
    private final long restaurantId;
    private final Deque<Queued> queue = new ArrayDeque<>();
    private Set<String> topics = Set.of();
    private boolean replaying;
    private boolean sending;
    private boolean closing;

    private record Queued(@Nullable String position, String text, long occurredAtMs) {}

    Display(WebSocketConnection connection, long restaurantId, RealtimeMeters meters) {
        this.meters = meters;
        this.connection = connection;
        this.restaurantId = restaurantId;
    }

    String id() {
        return connection.id();
    }

    long restaurantId() {
        return restaurantId;
    }

    /** From now on events are kept, and sent once {@link #endReplay} is called. */
    synchronized void beginReplay(Set<String> wanted) {
        topics = wanted;
        replaying = true;
    }

    /** Whether this screen is to see the event. */
    synchronized boolean wants(StreamEvent event) {
        return event.restaurantId() == restaurantId && !Collections.disjoint(topics, event.topics());
    }

    /** Queues a live event. */
    void offer(StreamEvent event, String text) {
        add(new Queued(event.id(), text, event.occurredAtMs()));
    }

    /** Queues something that is no event, for a screen that has subscribed. */
    synchronized void tell(String text) {
        if (!topics.isEmpty()) {
            add(new Queued(null, text, 0));
        }
    }

    /** Puts the replayed messages before the live ones that came in meanwhile, and drops what would be shown twice. */
    synchronized void endReplay(Iterable<String> replayed, String upTo) {
        queue.removeIf(live -> live.position() != null && !StreamPosition.isBefore(upTo, live.position()));
        Deque<Queued> live = new ArrayDeque<>(queue);
        queue.clear();
        replayed.forEach(text -> queue.addLast(new Queued(null, text, 0)));
        queue.addAll(live);
        replaying = false;
        sendNext();
    }

    synchronized void close(CloseReason reason) {
        closing = true;
        queue.clear();
        connection.close(reason).subscribe().with(_ -> {}, _ -> {});
    }

    private synchronized void add(Queued message) {
        if (queue.size() >= LONGEST_QUEUE) {
            close(TOO_SLOW);
        }
        if (closing) {
            return;
        }
        queue.addLast(message);
        sendNext();
    }

    private synchronized void sendNext() {
        if (sending || replaying || closing) {
            return;
        }
        Queued next = queue.pollFirst();
        if (next != null) {
            sending = true;
            connection.sendText(next.text()).subscribe().with(_ -> written(next), _ -> close(NOT_SENT));
        }
    }

    private void written(Queued message) {
        if (message.position() != null) {
            meters.delivered(message.occurredAtMs());
        }
        sent();
    }

    private synchronized void sent() {
        sending = false;
        sendNext();
    }
}
