package io.brigade.payments.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.ConnectException;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final ErpConfig DEFAULTS =
            new SmallRyeConfigBuilder().withMapping(ErpConfig.class).build().getConfigMapping(ErpConfig.class);

    @Test
    void waitsDoubleUpToAMinuteAndAreNeverTheSame() {
        for (int attempts = 0; attempts < 40; attempts++) {
            long most = Math.min(60_000, 1000L << Math.min(attempts, 10));
            Duration pause = failed(attempts, 0, ErpTrouble.status(500), false).pause();

            assertThat(pause.toMillis()).isBetween(most / 2, most);
        }
    }

    @Test
    void anErpThatIsAwayKillsNoEntryAndOneThatIsThereDoesInTheEnd() {
        assertThat(failed(500, 9, ErpTrouble.status(500), false).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(failed(500, 9, new TimeoutException("…"), false).strikes()).isEqualTo(9);
        assertThat(failed(8, 8, ErpTrouble.status(500), true).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(failed(9, 9, ErpTrouble.status(500), true).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(failed(9, 9, new TimeoutException("…"), true).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(failed(9, 9, ErpTrouble.noAcknowledgement(), true).state()).isEqualTo(DeliveryState.DEAD);
    }

    @Test
    void askingToWaitAndNotBeingThereIsNoEntrysFault() {
        for (int status : new int[] {408, 425, 429, 503}) {
            assertThat(failed(9, 9, ErpTrouble.status(status), true).state()).isEqualTo(DeliveryState.PENDING);
        }
        assertThat(failed(9, 9, new RuntimeException(new ConnectException()), true))
                .extracting(Outcome::state, Outcome::failure)
                .containsExactly(DeliveryState.PENDING, "no connection");
    }

    @Test
    void aRefusalIsFinal() {
        assertThat(failed(0, 0, new ErpRefused(422), true))
                .extracting(Outcome::state, Outcome::failure)
                .containsExactly(DeliveryState.DEAD, "HTTP 422");
    }

    @Test
    void whatTheCircuitBreakerHeldBackWasNoAttempt() {
        assertThat(failed(3, 2, new CircuitBreakerOpenException("erp"), true))
                .extracting(Outcome::state, Outcome::attempts, Outcome::strikes)
                .containsExactly(DeliveryState.PENDING, 3, 2);
    }

    private static Outcome failed(int attempts, int strikes, Throwable failure, boolean erpIsUp) {
        return Outcome.failed(new Waiting(UUID.randomUUID(), attempts, strikes, "{}"), failure, erpIsUp, DEFAULTS);
    }
}
