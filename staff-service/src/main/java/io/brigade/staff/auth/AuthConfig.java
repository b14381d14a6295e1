package io.brigade.staff.auth;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of sign-in. Key, key id and pepper have no default: start-up fails without them. */
@ConfigMapping(prefix = "brigade")
interface AuthConfig {

    /** Tokens. */
    Token token();

    /** PINs. */
    Pin pin();

    /** Settings of tokens. */
    interface Token {
        /** File with the RSA key that signs tokens, PKCS#8 PEM. */
        Path privateKey();

        /** {@code kid} of that key in the key set. */
        String keyId();

        /** How long an access token is good. */
        Duration accessLifetime();

        /** How long an unused refresh token is good. */
        Duration refreshLifetime();
    }

    /** Settings of PINs. */
    interface Pin {
        /**
         * Mixed into every PIN before hashing, so that a stolen database alone gives no PIN away. If it is lost or
         * changed, everybody needs a new PIN.
         */
        String pepper();

        /** Logarithm of bcrypt's rounds. */
        int bcryptCost();
    }
}
