package io.brigade.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A screen that follows events over a WebSocket; the token travels in a sub-protocol, never in the URL. */
public final class KitchenScreen implements AutoCloseable {

    private static final String PATH = "/ws/events";
    private static final String CARRIER = "bearer-token-carrier";
    private static final String UPGRADE_HEADER = "quarkus-http-upgrade#Authorization#";
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final WebSocket socket;
    private final Inbox inbox;

    private KitchenScreen(WebSocket socket, Inbox inbox) {
        this.socket = socket;
        this.inbox = inbox;
    }

    static KitchenScreen open(HttpClient http, URI gateway, String token, String... channels) {
        var inbox = new Inbox();
        var bearer =
                URLEncoder.encode("Bearer " + token, StandardCharsets.UTF_8).replace("+", "%20");
        try {
            var socket = http.newWebSocketBuilder()
                    .connectTimeout(CONNECT)
                    .subprotocols(CARRIER, UPGRADE_HEADER + bearer)
                    .buildAsync(URI.create(gateway.toString().replaceFirst("^http", "ws") + PATH), inbox)
                    .join();
            var screen = new KitchenScreen(socket, inbox);
            socket.sendText(Inbox.JSON.writeValueAsString(Map.of("subscribe", channels)), true)
                    .join();
            return screen;
        } catch (CompletionException | JsonProcessingException e) {
            throw new StepFailed("GET " + PATH, e.getCause() == null ? e : e.getCause());
        }
    }

    /** The next message of that type that meets the condition; those before it are dropped. */
    public JsonNode await(String type, Predicate<JsonNode> condition, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var message = inbox.poll(deadline - System.nanoTime());
            if (message == null) {
                throw new StepFailed(
                        "GET " + PATH, "a message «" + type + "»", "none within " + limit.toMillis() + " ms");
            }
            if (message.path("type").asText().equals(type) && condition.test(message)) {
                return message;
            }
        }
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .exceptionally(failure -> socket)
                .join();
    }

    /** Puts the pieces of messages together and keeps whole ones until they are asked for. */
    private static final class Inbox implements WebSocket.Listener {

        private static final ObjectMapper JSON = new ObjectMapper();

        private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
        private final StringBuilder piece = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            piece.append(text);
            if (last) {
                keep(piece.toString());
                piece.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void keep(String message) {
            try {
                messages.add(JSON.readTree(message));
            } catch (JsonProcessingException e) {
                messages.add(JSON.createObjectNode().put("type", "not JSON").put("text", message));
            }
        }

        private @Nullable JsonNode poll(long nanos) {
            try {
                return messages.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }
}
