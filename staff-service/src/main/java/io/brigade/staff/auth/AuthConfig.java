package io.brigade.staff.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
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
        /** Issuer ({@code iss}). */
        String issuer();

        /** Audience ({@code aud}). */
        String audience();

        /** File with the PKCS#8 PEM of the RSA key that signs. */
        @WithName("private-key")
        Path privateKey();

        /** Key id ({@code kid}) under which the public half stands in the key set. */
        String keyId();

        /** File with the public keys, a JSON Web Key Set. */
        @WithName("public-keys")
        Path publicKeys();

        /** How long an access token is good. */
        Duration accessLifetime();

        /** How long a refresh token is good when it is not used. */
        Duration refreshLifetime();
    }

    /** Settings of PINs. */
    interface Pin {
        /** Secret that is mixed into every PIN before hashing, so that a stolen database alone gives no PIN away. */
        String pepper();

        /** Base-2 logarithm of bcrypt's rounds. */
        int bcryptCost();
    }
}
