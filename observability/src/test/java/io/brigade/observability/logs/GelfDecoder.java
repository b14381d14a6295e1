package io.brigade.observability.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Makes payloads of GELF datagrams as Logstash's gelf input does: reads at most 8192 bytes of each, puts chunks together,
 * and unpacks gzip and zlib; anything else is taken for uncompressed. Chunks whose siblings do not come within five
 * seconds are forgotten (GELF's specification).
 */
final class GelfDecoder {

    static final int LONGEST_DATAGRAM = 8_192;

    private static final int CHUNK_HEADER = 12;
    private static final int MOST_CHUNKS = 128;
    private static final Duration CHUNKS_LIFETIME = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Map<Long, Chunks> waiting = new HashMap<>();
    private int undecodable;

    GelfDecoder(InstantSource clock) {
        this.clock = clock;
    }

    /** The payload that this datagram completes; nothing while chunks are missing, or when it can't be unpacked. */
    synchronized Optional<byte[]> accept(byte[] received) {
        byte[] datagram = received.length > LONGEST_DATAGRAM ? Arrays.copyOf(received, LONGEST_DATAGRAM) : received;
        forgetOldChunks();
        try {
            return startsWith(datagram, 0x1e, 0x0f) ? chunk(datagram) : Optional.of(unpack(datagram));
        } catch (IOException notWhatItSeems) {
            undecodable++;
            return Optional.empty();
        }
    }

    /** How many datagrams or assembled messages could not be unpacked. */
    synchronized int undecodable() {
        return undecodable;
    }

    /** How many messages wait for more chunks. */
    synchronized int incomplete() {
        forgetOldChunks();
        return waiting.size();
    }

    private void forgetOldChunks() {
        Instant oldest = clock.instant().minus(CHUNKS_LIFETIME);
        waiting.values().removeIf(chunks -> chunks.firstSeen.isBefore(oldest));
    }

    private Optional<byte[]> chunk(byte[] datagram) throws IOException {
        if (datagram.length < CHUNK_HEADER || datagram[11] <= 0 || datagram[10] < 0 || datagram[10] >= datagram[11]) {
            throw new IOException("no chunk of at most " + MOST_CHUNKS);
        }
        long message = ByteBuffer.wrap(datagram, 2, Long.BYTES).getLong();
        Chunks chunks = waiting.computeIfAbsent(message, _ -> new Chunks(datagram[11], clock.instant()));
        chunks.parts.put((int) datagram[10], Arrays.copyOfRange(datagram, CHUNK_HEADER, datagram.length));
        if (chunks.parts.size() < chunks.total) {
            return Optional.empty();
        }
        waiting.remove(message);
        return Optional.of(unpacked(chunks));
    }

    /** Of chunks that make no whole, Logstash's library tells the failure in the place of the message. */
    private byte[] unpacked(Chunks chunks) {
        try {
            return unpack(chunks.joined());
        } catch (IOException damaged) {
            undecodable++;
            return ("Exception: Failed to decode data: " + damaged.getMessage()).getBytes(UTF_8);
        }
    }

    private static byte[] unpack(byte[] payload) throws IOException {
        if (startsWith(payload, 0x1f, 0x8b)) {
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(payload))) {
                return gzip.readAllBytes();
            }
        }
        if (startsWith(payload, 0x78, 0x9c)) {
            try (var zlib = new InflaterInputStream(new ByteArrayInputStream(payload))) {
                return zlib.readAllBytes();
            }
        }
        return payload;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    private static final class Chunks {

        private final int total;
        private final Instant firstSeen;
        private final TreeMap<Integer, byte[]> parts = new TreeMap<>();

        Chunks(int total, Instant firstSeen) {
            this.total = total;
            this.firstSeen = firstSeen;
        }

        byte[] joined() {
            var joined = new ByteArrayOutputStream();
            parts.values().forEach(joined::writeBytes);
            return joined.toByteArray();
        }
    }
}
