package io.brigade.system;

import static org.awaitility.Awaitility.await;

import io.brigade.local.Progress;
import io.brigade.local.ServiceInstance;
import io.brigade.local.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clocks of two instances jump while everybody is at work: {@code ./brigade chaos}. */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class ClockIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final String[] JUMPING = {"orders-1", "payments-1"};

    @TempDir
    Path folder;

    @AfterEach
    void theMachinesClock() {
        SUITE.restart(Progress.silent(), JUMPING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-24H"})
    void nobodyIsServedByAnInstanceWhoseClockHasJumped(Duration jump) throws Exception {
        var clock = new MovableClock(folder);
        new Suite(clock.at(SUITE.config())).restart(Progress.silent(), JUMPING);

        Hardship.during("two clocks jump by " + jump + ", and are put right", () -> {
                    clock.move(jump);
                    await().atMost(Duration.ofSeconds(5))
                            .until(() -> instances().noneMatch(ServiceInstance::isReady));
                    await().during(Duration.ofSeconds(3))
                            .until(() -> instances().noneMatch(ServiceInstance::isReady));
                    clock.move(Duration.ZERO);
                    await().atMost(Duration.ofSeconds(10))
                            .until(() -> instances().allMatch(ServiceInstance::isReady));
                })
                .fails(Hardship::repeatable)
                .keepsEveryPromise();

        FiscalBooks.verified(SUITE);
    }

    private static Stream<ServiceInstance> instances() {
        return List.of("orders", "payments").stream()
                .map(service -> SUITE.service(service).instance(1));
    }
}
