package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.brigade.local.Suite;
import io.brigade.system.Device.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who asks too much is told to wait, and nobody else. */
@ExtendWith(RunningSuite.class)
class RateLimitIT {

    private static final int FIVE_A_SECOND_AND_TWENTY_AT_ONCE = 5;

    @AfterEach
    void letTheOthersGoOn() {
        RunningSuite.suite().gateway().reloadIfChanged();
        whenWorkersHaveChanged().untilAsserted(() -> assertThat(statuses(60, Device.camilleTheWaiter()))
                .containsOnly(200));
    }

    @Test
    void aTokenThatAsksTooOftenWaitsAndTheNextPersonDoesNot() throws Exception {
        allow(FIVE_A_SECOND_AND_TWENTY_AT_ONCE);
        Device hasty = Things.person("WAITER", 1);
        Device calm = Tokens.of("WAITER", 1, 101);

        whenWorkersHaveChanged()
                .untilAsserted(
                        () -> assertThat(statuses(60, hasty)).contains(200, 429).containsOnly(200, 429));

        Answer refused = asked(60, hasty).stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        toldToWait(refused);
        assertThat(calm.get("/api/menu").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(hasty.get("/api/menu").status()).isEqualTo(200));
    }

    @Test
    void pinsCannotBeTriedByTheHundred() throws Exception {
        Device nobody = Device.ofNobody();

        // An HTTP/2 connection carries 128 requests at a time.
        List<Answer> answers = Device.atOnce(120, () -> nobody.post("/api/auth/token", Map.of("nonsense", true)));

        assertThat(answers).extracting(Answer::status).containsOnly(400, 429);
        assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSizeBetween(40, 100);
        answers.stream().filter(answer -> answer.status() == 429).forEach(RateLimitIT::toldToWait);
    }

    private static void toldToWait(Answer refused) {
        assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
    }

    /** Those with the former configuration close their connections and end: also one on which a request sets out. */
    private static ConditionFactory whenWorkersHaveChanged() {
        return await().atMost(Duration.ofSeconds(20)).ignoreException(ExecutionException.class);
    }

    /** As if the suite had been started with that setting. */
    private static void allow(int requestsPerSecond) {
        Suite suite = RunningSuite.suite();
        new Suite(suite.config().with("BRIGADE_REQUESTS_PER_SECOND", Integer.toString(requestsPerSecond)))
                .gateway()
                .reloadIfChanged();
    }

    private static List<Integer> statuses(int times, Device device) throws Exception {
        return asked(times, device).stream().map(Answer::status).distinct().toList();
    }

    private static List<Answer> asked(int times, Device device) throws Exception {
        return Device.atOnce(times, () -> device.get("/api/menu/settings"));
    }
}
