package io.brigade.platform.event;

import io.brigade.platform.config.ServiceConfig;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends outbox rows to the stream and moves the relay's mark, both or neither. */
@ApplicationScoped
class StreamAppender {

    private static final Duration HUNG = Duration.ofSeconds(3);

    /** Appends only when the mark stands where the caller read it, so that two relays at once can't double an event. */
    private static final String APPEND = """
            local mark = redis.call('GET', KEYS[2]) or ''
            if mark ~= ARGV[1] then return mark end
            for i = 4, #ARGV, 8 do
              redis.call('XADD', KEYS[1], 'MINID', '~', ARGV[3], '*', 'event_id', ARGV[i], 'type', ARGV[i + 1],
                'restaurant_id', ARGV[i + 2], 'occurred_at', ARGV[i + 3], 'topics', ARGV[i + 4], 'data', ARGV[i + 5],
                'traceparent', ARGV[i + 6], 'request_id', ARGV[i + 7])
            end
            redis.call('SET', KEYS[2], ARGV[2])
            return ARGV[2]""";

    private final ReactiveRedisDataSource redis;
    private final String streamKey;
    private final String markKey;
    private final Duration retention;

    @Inject
    StreamAppender(ReactiveRedisDataSource redis, ServiceConfig config) {
        this.redis = redis;
        this.streamKey = config.events().stream();
        this.markKey = streamKey + ":mark:" + config.service();
        this.retention = config.events().retention();
    }

    /** The mark as Redis has it; empty text when it has none. */
    Uni<String> mark() {
        return redis.execute("GET", markKey)
                .map(StreamAppender::text)
                .ifNoItem()
                .after(HUNG)
                .fail();
    }

    /** Appends when the mark is still the expected one; answers the mark that stands afterwards. */
    Uni<String> append(String expected, RelayMark next, List<OutboxRow> rows) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of(APPEND, "2", streamKey, markKey, expected, next.toString()));
        arguments.add(Long.toString(Clock.systemUTC().millis() - retention.toMillis()));
        rows.forEach(row -> arguments.addAll(row.fields()));
        return redis.execute("EVAL", arguments.toArray(String[]::new))
                .map(StreamAppender::text)
                .ifNoItem()
                .after(HUNG)
                .fail();
    }

    private static String text(@Nullable Response response) {
        return response == null ? "" : response.toString();
    }
}
