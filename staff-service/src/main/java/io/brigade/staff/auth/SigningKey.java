package io.brigade.staff.auth;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;

/**
 * The key that signs: RS256, with its id in the token's header (RFC 7515 section 4.1.4). About a millisecond of CPU. Read at
 * start: without it nobody could sign in.
 */
@Startup
@ApplicationScoped
class SigningKey {

    private final String keyId;
    private final PrivateKey key;

    @Inject
    SigningKey(AuthConfig config) {
        this.keyId = config.token().keyId();
        this.key = read(config.token());
        sign(Jwt.claims(), "none"); // the first one loads the library, for which nobody shall wait
    }

    /** The signed token; {@code type} is its {@code typ}. */
    String sign(JwtClaimsBuilder claims, String type) {
        return claims.jws().keyId(keyId).header("typ", type).sign(key);
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
