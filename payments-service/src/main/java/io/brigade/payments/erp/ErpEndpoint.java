package io.brigade.payments.erp;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;

/** Whether there is an ERP, and how we prove who we are. Ends the start where the books would go out unprotected. */
@Startup
@ApplicationScoped
class ErpEndpoint {

    private static final int SHORTEST_SECRET = 32;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean configured;
    private final String secret;

    @Inject
    ErpEndpoint(ErpConfig config) {
        this.configured = config.url().isPresent();
        this.secret = config.secret().orElse("");
        config.url().ifPresent(this::check);
    }

    /** Whether entries have anywhere to go. */
    boolean isConfigured() {
        return configured;
    }

    /** Key of the signatures. */
    String secret() {
        return secret;
    }

    private void check(URI url) {
        if (!"https".equals(url.getScheme()) && !THIS_MACHINE.contains(url.getHost())) {
            throw new IllegalStateException("brigade.erp.url must begin with https://");
        }
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException(
                    "brigade.erp.url needs brigade.erp.secret, of " + SHORTEST_SECRET + " characters or more");
        }
    }
}
