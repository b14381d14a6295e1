package io.brigade.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A screen as it should be written: whenever its socket ends it comes back and asks for what it missed. */
final class ResumingScreen implements AutoCloseable {

    private static final Executor SOON = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

    /** One for all screens: its selector thread is enough for hundreds of sockets. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .sslContext(RunningSuite.suite().gateway().trust())
            .build();

    private final String token;
    private final Set<String> topics;
    private final Queue<JsonNode> messages = new ConcurrentLinkedQueue<>();
    private volatile CompletableFuture<WebSocket> connecting;
    private volatile String lastEventId;
    private volatile boolean closed;

    /** A screen of the floor. */
    ResumingScreen(Device device) {
        this(device, Set.of("floor"));
    }

    ResumingScreen(Device device, Set<String> topics) {
        this.token = device.token();
        this.topics = topics;
        connect();
    }

    Set<String> topics() {
        return topics;
    }

    /** Events as they came, those that came twice included. */
    List<JsonNode> events() {
        return messages.stream().filter(message -> message.has("event_id")).toList();
    }

    /** Messages of a type, as they came. */
    List<JsonNode> ofType(String type) {
        return messages.stream()
                .filter(message -> message.path("type").asText().equals(type))
                .toList();
    }

    private void connect() {
        if (closed) {
            return;
        }
        URI events =
                URI.create(RunningSuite.suite().gatewayUrl().toString().replaceFirst("^http", "ws") + "/ws/events");
        connecting = HTTP.newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", "quarkus-http-upgrade%23Authorization%23Bearer%20" + token)
                .buildAsync(events, new Listener())
                .thenCompose(socket -> socket.sendText(subscription(), true))
                .exceptionally(failure -> {
                    comeBack();
                    return null;
                });
    }

    private String subscription() {
        return Device.JSON
                .createObjectNode()
                .put("last_event_id", lastEventId)
                .set("subscribe", Device.JSON.valueToTree(topics))
                .toString();
    }

    /** The connection breaks without a word, and the screen is back after that time; nothing if it is away already. */
    void drop(Duration away) {
        WebSocket socket = connecting.getNow(null);
        if (socket != null) {
            socket.abort();
            CompletableFuture.delayedExecutor(away.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::connect);
        }
    }

    private void comeBack() {
        SOON.execute(this::connect);
    }

    @Override
    public void close() {
        closed = true;
        WebSocket socket = connecting.getNow(null);
        if (socket != null) {
            socket.abort();
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final List<String> parts = new ArrayList<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            parts.add(text.toString());
            if (last) {
                keep(String.join("", parts));
                parts.clear();
            }
            socket.request(1);
            return null;
        }

        private void keep(String text) {
            try {
                JsonNode message = Device.JSON.readTree(text);
                messages.add(message);
                if (message.hasNonNull("id")) {
                    lastEventId = message.path("id").asText();
                }
            } catch (JsonProcessingException noJson) {
                throw new AssertionError(text, noJson);
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            comeBack();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            comeBack();
        }
    }
}
