package io.brigade.staff.auth;

import io.brigade.platform.security.Claim;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.UUID;

/** Signs access tokens: RS256, short-lived, with the id of the key in the header (RFC 7515 section 4.1.4). */
@ApplicationScoped
class AccessTokens {

    private final AuthConfig.Token config;
    private final PrivateKey key;

    @Inject
    AccessTokens(AuthConfig config) {
        this.config = config.token();
        this.key = read(config.token());
    }

    String sign(SignedInStaff staff) {
        return Jwt.issuer(config.issuer())
                .audience(config.audience())
                .subject(Long.toString(staff.staffId()))
                .groups(staff.roles())
                .claim(Claim.NAME, staff.name())
                .claim(Claim.RESTAURANT_ID, staff.restaurantId())
                .claim(Claim.CURRENCY, staff.currency())
                .claim(Claim.TIME_ZONE, staff.timeZone())
                .claim(Claim.DAY_CUTOFF_HOUR, staff.dayCutoffHour())
                .claim("jti", UUID.randomUUID().toString())
                .expiresIn(lifetime())
                .jws()
                .keyId(config.keyId())
                .sign(key);
    }

    Duration lifetime() {
        return config.accessLifetime();
    }

    private static PrivateKey read(AuthConfig.Token config) {
        try {
            return KeyUtils.decodePrivateKey(Files.readString(config.privateKey()));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "brigade.token.private-key: " + config.privateKey() + " is not a readable PKCS#8 PEM", unusable);
        }
    }
}
