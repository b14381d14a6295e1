package io.brigade.staff.auth;

import io.brigade.platform.config.ServiceConfig;
import io.brigade.platform.security.Approvals;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.Claim;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Makes the tokens that {@link Approvals} verifies. */
@ApplicationScoped
class ApprovalTokens {

    /** Long enough to finish what was begun, too short to be kept for another evening. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final String issuer;
    private final SigningKey key;

    @Inject
    ApprovalTokens(ServiceConfig config, SigningKey key) {
        this.issuer = config.token().issuer();
        this.key = key;
    }

    String sign(SignedInStaff approver, ApprovalRequest request, Caller requestedBy) {
        return key.sign(
                Jwt.issuer(issuer)
                        .audience(Approvals.AUDIENCE)
                        .subject(Long.toString(approver.staffId()))
                        .claim(Claim.NAME, approver.name())
                        .claim(Claim.RESTAURANT_ID, approver.restaurantId())
                        .claim(Claim.ACTION, request.action().name())
                        .claim(Claim.ORDER_ID, request.orderId())
                        .claim(Claim.REQUESTED_BY, requestedBy.staffId())
                        .claim("jti", UUID.randomUUID().toString())
                        .expiresIn(LIFETIME),
                Approvals.TYPE);
    }
}
