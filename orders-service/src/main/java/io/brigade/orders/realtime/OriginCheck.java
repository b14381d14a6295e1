package io.brigade.orders.realtime;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;

/** Refuses sockets that a page of another site opens (RFC 6455 section 10.2). Clients that are no browsers send no Origin. */
@ApplicationScoped
class OriginCheck implements HttpUpgradeCheck {

    private final Set<String> allowed;

    @Inject
    OriginCheck(RealtimeConfig config) {
        this.allowed = config.allowedOrigins();
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        String origin = context.httpRequest().getHeader(HttpHeaders.ORIGIN);
        String host = context.httpRequest().getHeader(HttpHeaders.HOST);
        boolean fine = origin == null || allowed.contains(origin) || isSameHost(origin, host);
        return fine ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(403);
    }

    private static boolean isSameHost(String origin, String host) {
        try {
            return host != null && host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
