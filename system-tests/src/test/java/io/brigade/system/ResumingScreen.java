package io.brigade.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A screen as it should be written: whenever its socket ends it comes back and asks for what it missed. */
final class ResumingScreen implements AutoCloseable {

    private static final Executor SOON = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

    private final HttpClient http;
    private final String token;
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<WebSocket> connecting;
    private volatile String lastEventId;
    private volatile boolean closed;

    ResumingScreen(Device device) {
        http = HttpClient.newBuilder()
                .sslContext(RunningSuite.suite().gateway().trust())
                .build();
        token = device.token();
        connect();
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
        connecting = http.newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", "quarkus-http-upgrade%23Authorization%23Bearer%20" + token)
                .buildAsync(events, new Listener())
                .thenCompose(socket -> socket.sendText(subscription(), true))
                .exceptionally(failure -> {
                    comeBack();
                    return null;
                });
    }

    private String subscription() {
        String last = lastEventId == null ? "null" : "\"" + lastEventId + "\"";
        return "{\"subscribe\": [\"floor\"], \"last_event_id\": " + last + "}";
    }

    private void comeBack() {
        SOON.execute(this::connect);
    }

    @Override
    public void close() {
        closed = true;
        connecting.cancel(true);
        http.shutdownNow();
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
