package io.brigade.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/** Sends the gateway bytes that no honest client would send, over TLS. */
final class RawClient implements AutoCloseable {

    private static final Pattern STATUS_LINE = Pattern.compile("(?m)^HTTP/1\\.[01] (\\d{3}) ");

    private final SSLSocket socket;

    RawClient() throws IOException {
        URI gateway = RunningSuite.suite().gatewayUrl();
        socket = (SSLSocket) RunningSuite.suite()
                .gateway()
                .trust()
                .getSocketFactory()
                .createSocket(gateway.getHost(), gateway.getPort());
    }

    /** What came back until the gateway closed the connection, or was silent for so long. */
    record Heard(String text, boolean closed) {

        /** Of each answer: there is one for each request that was understood. */
        List<Integer> statuses() {
            return STATUS_LINE
                    .matcher(text)
                    .results()
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
        }
    }

    /** The text as it is; CR and LF are the test's own. */
    RawClient say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Until the gateway closes the connection, or is silent. */
    Heard hear(Duration patience) throws IOException {
        return hear(patience, false);
    }

    /** Until the first answer's headers have come: whoever opens a socket is not let go after them. */
    Heard hearHeaders(Duration patience) throws IOException {
        return hear(patience, true);
    }

    private Heard hear(Duration patience, boolean headersOnly) throws IOException {
        var heard = new ByteArrayOutputStream();
        long until = System.nanoTime() + patience.toNanos();
        boolean closed = false;
        boolean enough = false;
        while (!closed && !enough && System.nanoTime() < until) {
            socket.setSoTimeout((int) Math.max(1, (until - System.nanoTime()) / 1_000_000));
            try {
                int next = socket.getInputStream().read();
                closed = next < 0;
                if (!closed) {
                    heard.write(next);
                    enough = headersOnly
                            && next == '\n'
                            && heard.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n");
                }
            } catch (SocketTimeoutException silent) {
                break;
            } catch (SocketException reset) {
                closed = true;
            }
        }
        return new Heard(heard.toString(StandardCharsets.UTF_8), closed);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
