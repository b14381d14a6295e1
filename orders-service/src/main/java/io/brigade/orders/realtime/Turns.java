package io.brigade.orders.realtime;

import io.brigade.platform.sql.OwnContext;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets so much run at once and the rest wait, each in its turn. When an instance dies its screens all come to the other one
 * together; Redis takes their replays a few at a time, and its client refuses more than it can queue.
 */
final class Turns {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Turns(int atOnce) {
        free = atOnce;
    }

    /** The work, begun when it is its turn. */
    <T> Uni<T> take(Uni<T> work) {
        return OwnContext.of(Uni.createFrom()
                .emitter(emitter -> begin(() ->
                        work.onTermination().invoke(this::end).subscribe().with(emitter::complete, emitter::fail))));
    }

    private void begin(Runnable work) {
        synchronized (this) {
            if (free == 0) {
                waiting.addLast(work);
                return;
            }
            free--;
        }
        work.run();
    }

    private void end() {
        Runnable next;
        synchronized (this) {
            next = waiting.pollFirst();
            if (next == null) {
                free++;
                return;
            }
        }
        next.run();
    }
}
