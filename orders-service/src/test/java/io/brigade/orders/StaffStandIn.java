package io.brigade.orders;

import io.brigade.platform.fixture.StandInServer;
import io.brigade.platform.fixture.StandInServer.Reply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands where staff-service stands, so that orders-service can be tested alone. What it answers is held against
 * staff-service's own document by {@code ColleagueContractTest}; the real one is used in system-tests.
 */
public class StaffStandIn implements QuarkusTestResourceLifecycleManager {

    /** The one colleague there is. */
    public static final int HUGO = 102;

    private static final Duration LONGER_THAN_ONE_ATTEMPT = Duration.ofSeconds(3);
    private static final AtomicBoolean HANGS = new AtomicBoolean();

    private static volatile StandInServer server;

    /** The next request is answered too late, as by an instance that has just started; those after it are not. */
    public static void hangOnce() {
        HANGS.set(true);
    }

    /** What GET /api/staff/colleagues/102 answers. */
    public static String hugo() {
        return """
                {"staff_id": 102, "name": "Hugo", "roles": ["WAITER"]}""";
    }

    @Override
    public Map<String, String> start() {
        server = new StandInServer("/api/staff/colleagues/" + HUGO, _ -> {
            if (HANGS.getAndSet(false)) {
                LockSupport.parkNanos(LONGER_THAN_ONE_ATTEMPT.toNanos());
            }
            return Reply.ok(hugo());
        });
        return Map.of("brigade.staff.url", server.url());
    }

    @Override
    public void stop() {
        server.close();
    }
}
