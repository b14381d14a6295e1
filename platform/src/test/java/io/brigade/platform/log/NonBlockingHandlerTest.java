package io.brigade.platform.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NonBlockingHandlerTest {

    private final AtomicInteger dropped = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Stuck stuck = new Stuck(open);
    private final NonBlockingHandler handler = new NonBlockingHandler(stuck, dropped::incrementAndGet);

    @Test
    @Timeout(10)
    void nobodyWaitsForAHandlerThatHangsAndWhatDoesNotFitIsCounted() {
        IntStream.range(0, 10_000).forEach(_ -> handler.publish(line("hello")));

        assertThat(dropped.get()).isBetween(10_000 - 4_096 - 1, 10_000 - 4_096);

        open.countDown();
        int expected = 10_000 - dropped.get();
        await().atMost(5, SECONDS).until(() -> stuck.published.size() == expected);
    }

    @Test
    void fieldsOfTheRequestTravelAlong() {
        open.countDown();
        MDC.put("request_id", "abcdefgh");

        handler.publish(line("hello"));
        MDC.clear();

        await().atMost(5, SECONDS).until(() -> !stuck.published.isEmpty());
        assertThat(((ExtLogRecord) stuck.published.getFirst()).getMdc("request_id"))
                .isEqualTo("abcdefgh");
    }

    @Test
    void aLineThatCannotBeSentIsCountedOnce() {
        open.countDown();
        stuck.fails = true;

        handler.publish(line("nobody takes it"));
        await().atMost(5, SECONDS).until(() -> stuck.published.size() == 1);
        stuck.fails = false;
        handler.publish(line("somebody does"));

        await().atMost(5, SECONDS).until(() -> stuck.published.size() == 2);
        assertThat(dropped).hasValue(1);
    }

    @Test
    void whatComesAfterTheEndIsCounted() {
        handler.close();

        handler.publish(line("too late"));

        assertThat(dropped).hasValue(1);
    }

    private static ExtLogRecord line(String message) {
        return new ExtLogRecord(Level.INFO, message, NonBlockingHandlerTest.class.getName());
    }

    /** Publishes nothing until it is let go. */
    private static final class Stuck extends Handler {

        private final List<LogRecord> published = new CopyOnWriteArrayList<>();
        private final CountDownLatch open;
        private volatile boolean fails;

        Stuck(CountDownLatch open) {
            this.open = open;
        }

        @Override
        public void publish(LogRecord line) {
            try {
                open.await();
                if (fails) {
                    reportError("Cannot send data to localhost:12201", null, ErrorManager.GENERIC_FAILURE);
                    reportError("Could not send GELF message", null, ErrorManager.WRITE_FAILURE);
                }
                published.add(line);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
