package io.brigade.platform.event;

import io.brigade.platform.config.ServiceConfig;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.stream.ReactiveStreamCommands;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.redis.datasource.stream.XGroupCreateArgs;
import io.quarkus.redis.datasource.stream.XReadArgs;
import io.quarkus.redis.datasource.stream.XReadGroupArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Reads the stream of all services' events. It uses a client of its own: blocking reads would take the connections that
 * caches need.
 */
@ApplicationScoped
public class EventStream {

    /** The position before the first event. */
    public static final String BEGINNING = "0-0";

    private static final Duration BLOCK = Duration.ofSeconds(2);
    /** A read that has not answered by then hangs on a connection that died without a word. */
    private static final Duration HUNG = Duration.ofSeconds(6);

    private final ReactiveStreamCommands<String, String, String> stream;
    private final String key;

    @Inject
    EventStream(@RedisClientName("streams") ReactiveRedisDataSource redis, ServiceConfig config) {
        this.stream = redis.stream(String.class, String.class, String.class);
        this.key = config.events().stream();
    }

    /** Events after a position, oldest first; waits up to two seconds for the first and may then be empty. */
    Uni<List<StreamEvent>> readAfter(String position, int most) {
        return bounded(stream.xread(key, position, new XReadArgs().block(BLOCK).count(most)));
    }

    /** Id of the newest event, {@link #BEGINNING} when there is none. */
    public Uni<String> end() {
        return stream.xrevrange(key, StreamRange.of("+", "-"), 1)
                .map(newest -> newest.isEmpty() ? BEGINNING : newest.getFirst().id())
                .ifNoItem()
                .after(HUNG)
                .fail();
    }

    /** Events after one position up to another, oldest first. */
    public Uni<List<StreamEvent>> between(String after, String upTo, int most) {
        return events(stream.xrange(key, StreamRange.of("(" + after, upTo), most));
    }

    /** Whether the event at this position is still there, so that everything after it can be replayed without a gap. */
    public Uni<Boolean> reachesBackTo(String position) {
        return stream.xrange(key, StreamRange.of(position, position), 1)
                .map(found -> !found.isEmpty())
                .ifNoItem()
                .after(HUNG)
                .fail();
    }

    /** Events for a consumer group that no member has been given yet. */
    Uni<List<StreamEvent>> readNew(String group, String member, int most) {
        return bounded(stream.xreadgroup(
                group, member, key, ">", new XReadGroupArgs().block(BLOCK).count(most)));
    }

    /** Takes over events that some member was given and has not acknowledged in this time. */
    Uni<List<StreamEvent>> claimAbandoned(String group, String member, Duration idle, int most) {
        return events(stream.xautoclaim(key, group, member, idle, "0", most).map(claimed -> claimed.getMessages()));
    }

    Uni<Void> acknowledge(String group, String id) {
        return stream.xack(key, group, id).replaceWithVoid();
    }

    /** Makes the group where it is missing, also after Redis has lost it. */
    Uni<Void> ensureGroup(String group) {
        return stream.xgroupCreate(key, group, "0", new XGroupCreateArgs().mkstream())
                .onFailure(failure -> String.valueOf(failure.getMessage()).contains("BUSYGROUP"))
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static Uni<List<StreamEvent>> bounded(Uni<List<StreamMessage<String, String, String>>> read) {
        return events(read.ifNoItem().after(HUNG).fail());
    }

    private static Uni<List<StreamEvent>> events(Uni<List<StreamMessage<String, String, String>>> read) {
        return read.map(messages -> messages == null
                ? List.of()
                : messages.stream().map(StreamEvent::from).toList());
    }
}
