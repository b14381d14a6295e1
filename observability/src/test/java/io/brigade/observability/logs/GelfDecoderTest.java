package io.brigade.observability.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GelfDecoderTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final GelfDecoder decoder = new GelfDecoder(now::get);

    @Test
    void chunksWhoseSiblingsComeTooLateAreForgotten() {
        assertThat(decoder.accept(chunk(7, 0, 2, "one "))).isEmpty();
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(6)));

        assertThat(decoder.incomplete()).isZero();
        assertThat(decoder.accept(chunk(7, 1, 2, "two"))).isEmpty();
    }

    @Test
    void chunksOfTwoMessagesAreKeptApart() {
        assertThat(decoder.accept(chunk(7, 1, 2, "world"))).isEmpty();
        assertThat(decoder.accept(chunk(8, 0, 2, "good "))).isEmpty();
        assertThat(decoder.accept(chunk(7, 0, 2, "hello "))).hasValue("hello world".getBytes(UTF_8));
        assertThat(decoder.accept(chunk(8, 1, 2, "night"))).hasValue("good night".getBytes(UTF_8));
        assertThat(decoder.incomplete()).isZero();
    }

    @Test
    void nonsenseIsCountedAndStopsNothing() {
        assertThat(decoder.accept(new byte[] {0x1e, 0x0f, 1})).isEmpty();
        assertThat(decoder.accept(chunk(7, 3, 2, "beyond the last"))).isEmpty();
        assertThat(decoder.accept(chunk(7, 0, 0, "of none"))).isEmpty();
        assertThat(decoder.accept(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3})).isEmpty();
        assertThat(decoder.accept(new byte[] {0x78, (byte) 0x9c, 1, 2, 3})).isEmpty();
        assertThat(decoder.undecodable()).isEqualTo(5);

        assertThat(decoder.accept("{}".getBytes(UTF_8))).hasValue("{}".getBytes(UTF_8));
    }

    @Test
    void noMoreIsReadThanLogstashReads() {
        var oversized = new byte[20_000];
        Arrays.fill(oversized, (byte) 'x');

        assertThat(decoder.accept(oversized).orElseThrow()).hasSize(GelfDecoder.LONGEST_DATAGRAM);
    }

    private static byte[] chunk(long message, int number, int of, String text) {
        var payload = text.getBytes(UTF_8);
        return ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x1e)
                .put((byte) 0x0f)
                .putLong(message)
                .put((byte) number)
                .put((byte) of)
                .put(payload)
                .array();
    }
}
