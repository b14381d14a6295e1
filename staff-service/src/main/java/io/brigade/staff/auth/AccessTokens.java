package io.brigade.staff.auth;

import io.brigade.platform.config.ServiceConfig;
import io.brigade.platform.security.Claim;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Makes access tokens: short-lived, with all that the other services would otherwise ask for. */
@ApplicationScoped
class AccessTokens {

    private static final String TYPE = "JWT";

    private final ServiceConfig.Token verification;
    private final Duration lifetime;
    private final SigningKey key;

    @Inject
    AccessTokens(ServiceConfig service, AuthConfig config, SigningKey key) {
        this.verification = service.token();
        this.lifetime = config.token().accessLifetime();
        this.key = key;
    }

    String sign(SignedInStaff staff) {
        JwtClaimsBuilder claims = Jwt.issuer(verification.issuer())
                .audience(verification.audience())
                .subject(Long.toString(staff.staffId()))
                .groups(staff.roles())
                .claim(Claim.NAME, staff.name())
                .claim(Claim.RESTAURANT_ID, staff.restaurantId())
                .claim(Claim.CURRENCY, staff.currency())
                .claim(Claim.TIME_ZONE, staff.timeZone())
                .claim(Claim.DAY_CUTOFF_HOUR, staff.dayCutoffHour())
                .claim(Claim.DISCOUNT_LIMIT_BP, staff.discountLimitBp())
                .claim("jti", UUID.randomUUID().toString())
                .expiresIn(lifetime());
        return key.sign(
                staff.oversees().isEmpty() ? claims : claims.claim(Claim.RESTAURANT_IDS, staff.restaurantIds()), TYPE);
    }

    Duration lifetime() {
        return lifetime;
    }
}
