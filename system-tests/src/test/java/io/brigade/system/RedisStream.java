package io.brigade.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The stream of all events as Redis has it, read with the few commands of its protocol (RESP2) that this takes. */
final class RedisStream implements AutoCloseable {

    private static final String KEY = "brigade:events";
    private static final int PAGE = 500;

    private final Socket socket;
    private final DataInputStream in;

    RedisStream(URI redis) {
        try {
            socket = new Socket(redis.getHost(), redis.getPort());
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
        call("AUTH", redis.getUserInfo().substring(1));
    }

    /**
     * An event of the stream.
     *
     * @param id its position
     */
    record Entry(String id, String eventId, String restaurantId, Set<String> topics) {}

    /** Everything after that position, in order. */
    List<Entry> after(String position) {
        List<Entry> entries = new ArrayList<>();
        String last = position;
        while (true) {
            List<?> page = (List<?>) call("XRANGE", KEY, "(" + last, "+", "COUNT", Integer.toString(PAGE));
            page.forEach(entry -> entries.add(entry((List<?>) entry)));
            if (page.size() < PAGE) {
                return entries;
            }
            last = entries.getLast().id();
        }
    }

    /** Whether every service has applied all there is. */
    boolean isReadToItsEnd() {
        List<?> stream = (List<?>) call("XINFO", "STREAM", KEY);
        List<?> groups = (List<?>) call("XINFO", "GROUPS", KEY);
        return groups.stream()
                .map(group -> (List<?>) group)
                .allMatch(group -> valueOf("last-delivered-id", group).equals(valueOf("last-generated-id", stream))
                        && valueOf("pending", group).equals("0"));
    }

    /** Of a list of names and values. */
    private static Object valueOf(String name, List<?> pairs) {
        return pairs.get(pairs.indexOf(name) + 1);
    }

    private static Entry entry(List<?> entry) {
        List<?> pairs = (List<?>) entry.get(1);
        ObjectNode fields = Device.JSON.createObjectNode();
        for (int i = 0; i < pairs.size(); i += 2) {
            fields.put((String) pairs.get(i), (String) pairs.get(i + 1));
        }
        return new Entry(
                (String) entry.get(0),
                fields.path("event_id").asText(),
                fields.path("restaurant_id").asText(),
                Set.of(fields.path("topics").asText().split(" ", -1)));
    }

    private Object call(String... command) {
        StringBuilder request = new StringBuilder("*" + command.length + "\r\n");
        for (String word : command) {
            request.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        try {
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            return answer();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Object answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> array(Integer.parseInt(rest));
            default -> throw new IOException(line);
        };
    }

    private String bulk(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        in.skipNBytes(2);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private List<Object> array(int length) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            elements.add(answer());
        }
        return elements;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
