package io.brigade.platform.problem;

import java.util.Locale;

/**
 * One kind of problem a client can meet: an enum constant per kind, so that a service's catalogue is closed.
 * The constant's name is the wire's {@code code}; it is never renamed.
 */
public interface ProblemType {

    /** The constant's name, such as {@code ORDER_CLOSED}. */
    String name();

    /** HTTP status. */
    int status();

    /** Short text, the same for every occurrence. */
    String title();

    /** Stable relative URI, RFC 9457 section 3.1.1; docs/problems.md describes each. */
    default String uri() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
