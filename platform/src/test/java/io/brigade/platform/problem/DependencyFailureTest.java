package io.brigade.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is answered with 503, because a system that is needed is away or overloaded, and what is a defect. */
class DependencyFailureTest {

    static Stream<Throwable> away() {
        return Stream.of(
                new ConnectException("refused"),
                new TimeoutException(),
                new NoStackTraceThrowable("Timeout"),
                new VertxException("Timeout waiting for connection", true),
                new VertxException("Connection was closed", true),
                new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"),
                new NoStackTraceThrowable("Pending requests failed to be sent due to connection has been closed."));
    }

    @ParameterizedTest
    @MethodSource
    void away(Throwable failure) {
        assertThat(DependencyFailure.isOne(failure)).isTrue();
        assertThat(DependencyFailure.isOne(new IllegalStateException(failure))).isTrue();
    }

    static Stream<Throwable> defects() {
        return Stream.of(new IllegalStateException("broken"), new VertxException("Pool is closed for good", true));
    }

    @ParameterizedTest
    @MethodSource
    void defects(Throwable failure) {
        assertThat(DependencyFailure.isOne(failure)).isFalse();
    }
}
