package io.brigade.platform.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells the server when an identity ends, so that no WebSocket outlives the token that opened it. */
@ApplicationScoped
class TokenExpiry implements SecurityIdentityAugmentor {

    /** Read by quarkus-websockets-next, which closes the connection at that second. */
    private static final String ATTRIBUTE = "quarkus.identity.expire-time";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(
                        identity.getPrincipal() instanceof JsonWebToken token
                                ? QuarkusSecurityIdentity.builder(identity)
                                        .addAttribute(ATTRIBUTE, token.getExpirationTime())
                                        .build()
                                : identity);
    }
}
