package io.brigade.system;

import io.brigade.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Clients that begin something at the gateway and never end it, or end it rudely. */
final class HangingClients implements AutoCloseable {

    private static final int MANY = 64;

    private final Suite suite;
    private final String authorization;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    /** Signed in with that token. */
    HangingClients(Suite suite, String token) {
        this.suite = suite;
        this.authorization = "Authorization: Bearer " + token + "\r\n";
    }

    /** Ways to be a nuisance. */
    private interface Manner {
        void be() throws IOException;
    }

    /** That many, in equal shares of every manner; returns when all hang. */
    void connect(int count) {
        List<Manner> manners = List.of(
                this::silentBeforeTls,
                this::silentAfterTls,
                this::inTheMiddleOfTheHeaders,
                this::inTheMiddleOfTheBody,
                this::neverReadingTheAnswer,
                this::hangingUpBeforeTheAnswer,
                this::neverReadingTheScreen,
                this::hangingUpTheScreen);
        try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
            for (int i = 0; i < count; i++) {
                Manner manner = manners.get(i % manners.size());
                threads.execute(() -> {
                    try {
                        manner.be();
                    } catch (IOException refused) {
                        throw new UncheckedIOException(refused);
                    }
                });
            }
        }
    }

    private void silentBeforeTls() throws IOException {
        open.add(new Socket(InetAddress.getLoopbackAddress(), suite.gateway().port()));
    }

    private void silentAfterTls() throws IOException {
        say("");
    }

    private void inTheMiddleOfTheHeaders() throws IOException {
        say("GET /api/orders HTTP/1.1\r\nHost: localhost\r\nX-Req");
    }

    private void inTheMiddleOfTheBody() throws IOException {
        say("POST /api/orders HTTP/1.1\r\nHost: localhost\r\n" + authorization
                + "Content-Type: application/json\r\nContent-Length: 200\r\n\r\n{\"table_id\":");
    }

    private void neverReadingTheAnswer() throws IOException {
        say("GET /api/menu HTTP/1.1\r\nHost: localhost\r\n" + authorization + "\r\n");
    }

    private void hangingUpBeforeTheAnswer() throws IOException {
        hangUp(say("GET /api/orders?limit=200 HTTP/1.1\r\nHost: localhost\r\n" + authorization + "\r\n"));
    }

    private void neverReadingTheScreen() throws IOException {
        say(screen());
    }

    private void hangingUpTheScreen() throws IOException {
        Socket socket = say(screen());
        socket.getInputStream().readNBytes("HTTP/1.1 101".length());
        hangUp(socket);
    }

    private String screen() {
        String token = authorization.replaceAll("(?s).*Bearer (\\S+).*", "$1");
        return "GET /ws/events HTTP/1.1\r\nHost: " + suite.gatewayUrl().getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: bearer-token-carrier, "
                + "quarkus-http-upgrade%23Authorization%23Bearer%20" + token + "\r\n\r\n";
    }

    private Socket say(String text) throws IOException {
        var socket = (javax.net.ssl.SSLSocket) suite.gateway()
                .trust()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), suite.gateway().port());
        open.add(socket);
        socket.startHandshake();
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** With a reset, as a phone that is switched off in the middle. */
    private static void hangUp(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException gone) {
                // The gateway was faster.
            }
        });
    }
}
