package io.brigade.orders.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What real connections do too seldom to wait for. */
class DisplayTest {

    private final List<String> sent = new ArrayList<>();
    private final List<Integer> closed = new ArrayList<>();

    @Test
    void aMessageThatDidNotGoOutClosesTheScreenAndNothingOvertakesIt() {
        Display display = display("second");

        display.endReplay(List.of("first", "second", "third"), "0-0");
        display.tell("fourth");

        assertThat(sent).containsExactly("first");
        assertThat(closed).containsExactly(1011);
    }

    @Test
    void aScreenThatIsBeingClosedIsSentNothingMore() {
        Display display = display("");

        display.endReplay(List.of("first"), "0-0");
        display.close(new CloseReason(1012, "restarting"));
        display.tell("second");

        assertThat(sent).containsExactly("first");
        assertThat(closed).containsExactly(1012);
    }

    /** Subscribed, on a connection that breaks at one message. */
    private Display display(String broken) {
        Display display = new Display(connection(broken), 1, null); // only events are measured
        display.beginReplay(Set.of("orders"));
        return display;
    }

    private WebSocketConnection connection(String broken) {
        return (WebSocketConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {WebSocketConnection.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "sendText" -> send((String) arguments[0], broken);
                    case "close" -> {
                        closed.add(((CloseReason) arguments[0]).getCode());
                        yield Uni.createFrom().voidItem();
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Uni<Void> send(String text, String broken) {
        if (text.equals(broken)) {
            return Uni.createFrom().failure(new IOException("broken pipe"));
        }
        sent.add(text);
        return Uni.createFrom().voidItem();
    }
}
