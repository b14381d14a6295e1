package io.brigade.platform.problem;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Tells a dependency that is away (a 503, nothing of ours is broken) from a defect of ours (a 500). */
final class DependencyFailure {

    private DependencyFailure() {}

    static boolean isOne(Throwable failure) {
        return chain(failure).anyMatch(DependencyFailure::away);
    }

    static String reason(Throwable failure) {
        Throwable away =
                chain(failure).filter(DependencyFailure::away).findFirst().orElse(failure);
        return away.getClass().getSimpleName() + ": " + away.getMessage();
    }

    private static boolean away(Throwable cause) {
        return switch (cause) {
            case PgException _, SQLException _ -> serverIsAway(sqlState(cause));
            case IOException _ -> true; // refused, reset, closed
            case TimeoutException _ -> true;
            case ClosedConnectionException _ -> true;
            case org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException _ -> true;
            case CircuitBreakerOpenException _ -> true;
            case NoStackTraceThrowable _, VertxException _ -> isWithoutConnection(cause);
            default -> false;
        };
    }

    /** Vert.x tells by words alone that there is no connection, or not in time, or none any more. */
    private static boolean isWithoutConnection(Throwable cause) {
        return Stream.of(
                        "Timeout",
                        "Connection was closed",
                        "Connection is not active now",
                        "Pending requests failed to be sent due to connection has been closed")
                .anyMatch(String.valueOf(cause.getMessage())::startsWith);
    }

    /** SQLSTATE of the reactive client's failure, or of Hibernate's translation of it; empty text when there is none. */
    static String sqlState(Throwable cause) {
        String state =
                switch (cause) {
                    case PgException pg -> pg.getSqlState();
                    case SQLException sql -> sql.getSQLState();
                    default -> null;
                };
        return state == null ? "" : state;
    }

    /** Connection (08), resources (53), operator intervention such as shutdown (57P) and deadlock victims (40). */
    private static boolean serverIsAway(String sqlState) {
        return Stream.of("08", "53", "57P", "57014", "40", "25006").anyMatch(sqlState::startsWith);
    }

    static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(12);
    }
}
