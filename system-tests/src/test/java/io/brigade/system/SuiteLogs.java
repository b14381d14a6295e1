package io.brigade.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.brigade.observability.logs.LogstashStandIn;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the suite under test logs, as the documents that Logstash would index. It listens from before the suite starts
 * until the tests end; of a very long run it keeps the first lines.
 */
final class SuiteLogs {

    private static final int MOST_LINES = 200_000;
    private static final BlockingQueue<ObjectNode> LINES = new LinkedBlockingQueue<>(MOST_LINES);
    private static final AtomicReference<LogstashStandIn> LOGSTASH = new AtomicReference<>(listen());

    private SuiteLogs() {}

    /** Value for BRIGADE_LOGSTASH. */
    static String address() {
        return "127.0.0.1:" + SuitePorts.LOGSTASH;
    }

    /** Nobody listens any more. */
    static void goAway() {
        LogstashStandIn listening = LOGSTASH.getAndSet(null);
        if (listening != null) {
            listening.close();
        }
    }

    /** Somebody listens, again or still. */
    static void comeBack() {
        if (LOGSTASH.get() == null) {
            LOGSTASH.set(listen());
        }
    }

    private static LogstashStandIn listen() {
        return LogstashStandIn.listen(SuitePorts.LOGSTASH, LINES::offer);
    }

    /** Everything logged so far. */
    static List<ObjectNode> lines() {
        return List.copyOf(LINES);
    }

    /** What is logged from now on is read apart from what was before. */
    static int position() {
        return LINES.size();
    }
}
