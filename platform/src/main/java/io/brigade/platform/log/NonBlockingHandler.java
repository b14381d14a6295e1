package io.brigade.platform.log;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Puts a handler that may be slow onto a thread of its own. A record costs its caller a bounded queue's insertion and
 * never a wait: what does not fit, or can't be sent, is dropped and counted.
 */
final class NonBlockingHandler extends ExtHandler {

    private static final int LONGEST_QUEUE = 4_096;
    private static final long LONGEST_FLUSH_MS = 500;

    private final Handler slow;
    private final Runnable dropped;
    private final BlockingQueue<ExtLogRecord> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Failures failures = new Failures();
    private final Thread sender;
    private volatile boolean closed;

    /**
     * Takes the place of a handler.
     *
     * @param dropped is told of every record that does not reach it
     */
    NonBlockingHandler(Handler slow, Runnable dropped) {
        this.slow = slow;
        this.dropped = dropped;
        setLevel(slow.getLevel());
        slow.setErrorManager(failures);
        sender = Thread.ofPlatform().daemon().name("log-sender").start(this::sendAll);
    }

    @Override
    protected void doPublish(ExtLogRecord line) {
        line.copyMdc(); // the fields of the request live on the caller's thread
        if (closed || !queue.offer(line)) {
            dropped.run();
        }
    }

    /** Waits for what is queued, but not for long: nobody's shutdown hangs on a log server. */
    @Override
    public void flush() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_FLUSH_MS);
        while (!queue.isEmpty() && sender.isAlive() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        closed = true;
        sender.interrupt();
        slow.close();
        super.close();
    }

    private void sendAll() {
        try {
            while (!closed) {
                send(queue.take());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * UDP learns of a line that nobody took when the next one is sent, and one failure may be reported twice: what is
     * counted is the lines at which something was reported.
     */
    private void send(ExtLogRecord line) {
        failures.reported = false;
        try {
            slow.publish(line);
        } catch (RuntimeException | StackOverflowError senseless) { // one line must not end the sending of all others
            failures.reported = true;
        }
        if (failures.reported) {
            dropped.run();
        }
    }

    /** What can't be sent is counted and not complained about on the console, over and over. */
    private static final class Failures extends ErrorManager {

        private volatile boolean reported;

        @Override
        public synchronized void error(String message, Exception failure, int code) {
            reported = true;
        }
    }
}
