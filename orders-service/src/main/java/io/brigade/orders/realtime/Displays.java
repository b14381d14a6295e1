package io.brigade.orders.realtime;

import io.brigade.platform.event.EventFollower;
import io.brigade.platform.event.EventListener;
import io.brigade.platform.event.EventStream;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.event.StreamPosition;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.websockets.next.CloseReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The screens connected to this instance. Every instance follows the whole stream, so any will do for any screen. */
@ApplicationScoped
class Displays implements EventListener {

    private static final Logger LOG = Logger.getLogger(Displays.class);
    /** RFC 6455 section 7.4 and the IANA registry of close codes: 1012, service restart. */
    private static final CloseReason RESTARTING = new CloseReason(1012, "restarting: reconnect with last_event_id");

    private static final int REPLAY_PAGE = 500;
    /** A screen that missed more than this reloads faster than it replays. */
    private static final int LONGEST_REPLAY = 900;

    /** More than the connections to Redis that replays share, so that none idles; far fewer than may wait for one. */
    private static final int REPLAYS_AT_ONCE = 8;

    private final Turns replays = new Turns(REPLAYS_AT_ONCE);
    private final ConcurrentMap<String, Display> displays = new ConcurrentHashMap<>();
    private final EventStream stream;
    private final Instance<EventFollower> follower;
    private volatile boolean stopping;

    @Inject
    Displays(EventStream stream, Instance<EventFollower> follower) {
        this.stream = stream;
        this.follower = follower;
    }

    void add(Display display) {
        displays.put(display.id(), display);
        if (stopping) {
            display.close(RESTARTING);
        }
    }

    void remove(String id) {
        displays.remove(id);
    }

    @Override
    public void onEvent(StreamEvent event) {
        String text = null;
        for (Display display : displays.values()) {
            if (display.wants(event)) {
                text = text == null ? Messages.event(event) : text;
                display.offer(event, text);
            }
        }
    }

    @Override
    public void onReset() {
        displays.values().forEach(display -> display.tell(Messages.SNAPSHOT_REQUIRED));
    }

    /** Before anything else stops, so that the screens are elsewhere by then. */
    void stop(@Observes ShutdownDelayInitiatedEvent begun) {
        stopping = true;
        displays.values().forEach(display -> display.close(RESTARTING));
    }

    /**
     * Starts a display's events. Live events are kept back from this moment on; what lies between the last event it saw
     * and the position reached now is read from the stream and sent first. So there is no gap, whatever happens between.
     */
    Uni<Void> subscribe(String id, Subscription wanted) {
        Display display = displays.get(id);
        if (display == null) {
            return Uni.createFrom().voidItem();
        }
        display.beginReplay(wanted.topics());
        String reached = follower.get().position();
        return replays.take(missed(display, wanted, reached))
                .onFailure()
                .invoke(failure -> LOG.warnf("no replay: %s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(List.of(Messages.SNAPSHOT_REQUIRED))
                .invoke(messages -> display.endReplay(messages, upTo(reached, wanted.lastEventId())))
                .replaceWithVoid();
    }

    private Uni<List<String>> missed(Display display, Subscription wanted, String reached) {
        String last = wanted.lastEventId();
        if (reached.isEmpty()) {
            // The stream has not been reached yet: what passes before it is can't be replayed.
            return Uni.createFrom().item(List.of(Messages.subscribed(null), Messages.SNAPSHOT_REQUIRED));
        }
        if (last == null) {
            return Uni.createFrom().item(List.of(Messages.subscribed(reached)));
        }
        return stream.reachesBackTo(last)
                .chain(there -> there
                        ? replay(display, last, reached, new ArrayList<>(List.of(Messages.subscribed(last))))
                        : Uni.createFrom().item(List.of(Messages.subscribed(reached), Messages.SNAPSHOT_REQUIRED)));
    }

    private Uni<List<String>> replay(Display display, String after, String upTo, List<String> messages) {
        if (!StreamPosition.isBefore(after, upTo)) {
            return Uni.createFrom().item(messages);
        }
        return stream.between(after, upTo, REPLAY_PAGE).chain(page -> {
            page.stream().filter(display::wants).map(Messages::event).forEach(messages::add);
            if (messages.size() > LONGEST_REPLAY) {
                return Uni.createFrom().item(List.of(Messages.subscribed(upTo), Messages.SNAPSHOT_REQUIRED));
            }
            String next = page.size() < REPLAY_PAGE ? upTo : page.getLast().id();
            return replay(display, next, upTo, messages);
        });
    }

    /** Up to where the display has seen everything: it may come from an instance that was a little further. */
    private static String upTo(String reached, @Nullable String last) {
        if (last == null || reached.isEmpty()) {
            return EventStream.BEGINNING;
        }
        return StreamPosition.isBefore(reached, last) ? last : reached;
    }
}
