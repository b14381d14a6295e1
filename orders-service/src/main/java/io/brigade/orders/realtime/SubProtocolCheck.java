package io.brigade.orders.realtime;

import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.RawProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Refuses a malformed token carrier with 400; the server's own reading of it would fail with 500. */
@ApplicationScoped
class SubProtocolCheck {

    private static final String HEADER = "Sec-WebSocket-Protocol";
    private static final String CARRIER = "quarkus-http-upgrade";
    private static final Pattern WELL_FORMED = Pattern.compile(CARRIER + "#[A-Za-z0-9-]+#[^#]+");
    /** After the filter that gives the request its id. */
    private static final int PRIORITY = 9_000;

    private final RawProblems problems;

    @Inject
    SubProtocolCheck(RawProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext request) {
        String protocols = request.request().getHeader(HEADER);
        if (protocols == null || Arrays.stream(protocols.split(",", -1)).allMatch(SubProtocolCheck::isFine)) {
            request.next();
        } else {
            problems.answer(
                    request,
                    CommonProblem.BAD_REQUEST,
                    "Send the token as the sub-protocol quarkus-http-upgrade#Authorization#Bearer …, URL-encoded.");
        }
    }

    private static boolean isFine(String protocol) {
        try {
            String decoded = URLDecoder.decode(protocol.strip(), StandardCharsets.UTF_8);
            return !decoded.startsWith(CARRIER) || WELL_FORMED.matcher(decoded).matches();
        } catch (IllegalArgumentException notEncoded) {
            return false;
        }
    }
}
