package io.brigade.orders.realtime;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A kitchen screen, as far as the wire is concerned. */
public final class Screen implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final List<JsonPath> messages = new CopyOnWriteArrayList<>();
    volatile int closeCode;
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    /** Connects. */
    public Screen(int port, String token) {
        String header = URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8)
                .replace("+", "%20");
        socket = HTTP.newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", header)
                .buildAsync(URI.create("ws://localhost:" + port + "/ws/events"), this)
                .join();
    }

    /** Asks for topics, given as they stand in JSON, from an id on or from now on. */
    public void subscribe(String topics, String lastEventId) {
        String last = lastEventId == null ? "null" : "\"" + lastEventId + "\"";
        send("{\"subscribe\": [" + topics + "], \"last_event_id\": " + last + "}");
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** The messages of a type that have come in. */
    public List<JsonPath> ofType(String type) {
        return messages.stream()
                .filter(message -> type.equals(message.getString("type")))
                .toList();
    }

    String lastId() {
        return messages.stream()
                .map(message -> message.getString("id"))
                .filter(id -> id != null)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            messages.add(new JsonPath(part.toString()));
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closeCode = statusCode;
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
