package io.brigade.platform.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Logs business steps: one line each, whose particulars are fields that can be searched for, and not text. The fields
 * stand beside those of the request ({@code request_id}, {@code trace_id}, {@code restaurant_id}, {@code user_id}), and
 * {@code duration_ms} tells how long the request or event has taken by then.
 */
public final class StepLog {

    private final Logger logger;

    private StepLog(Logger logger) {
        this.logger = logger;
    }

    /** The steps of a class. */
    public static StepLog of(Class<?> source) {
        return new StepLog(Logger.getLogger(source.getName()));
    }

    /** Something went as it should, such as {@code order placed}. */
    public Step info(String message) {
        return new Step(Level.INFO, message);
    }

    /** Something that a person may have to look at when it repeats. */
    public Step warn(String message) {
        return new Step(Level.WARN, message);
    }

    /** Something that a person has to look at. */
    public Step error(String message) {
        return new Step(Level.ERROR, message);
    }

    /** A line that is being put together. */
    public final class Step {

        private final Level level;
        private final String message;
        private final Map<String, String> fields = new LinkedHashMap<>();
        private @Nullable Throwable failure;

        private Step(Level level, String message) {
            this.level = level;
            this.message = message;
        }

        /** Adds a field in snake_case; nothing is added for null. Never a PIN, a token or a card number. */
        public Step with(String field, @Nullable Object value) {
            if (value != null) {
                fields.put(field, value.toString());
            }
            return this;
        }

        /** Adds what went wrong, with its stack trace. */
        public Step because(Throwable cause) {
            failure = cause;
            return this;
        }

        /** Writes the line. */
        public void write() {
            if (!logger.isLoggable(level)) {
                return;
            }
            ExtLogRecord line = new ExtLogRecord(level, message, StepLog.class.getName());
            line.setLoggerName(logger.getName());
            line.setThrown(failure);
            with("duration_ms", Elapsed.millis());
            fields.forEach(line::putMdc);
            logger.logRaw(line);
        }
    }
}
