package io.brigade.payments.erp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a request is ours and when it was made: HMAC-SHA256 (RFC 2104) over the time, a full stop and the body.
 * The time is signed so that a request that was overheard is worth nothing later.
 *
 * @param timestamp seconds since 1970
 * @param value {@code v1=} and the HMAC in hexadecimal digits
 */
record Signature(String timestamp, String value) {

    /** Header of the time. */
    static final String TIMESTAMP = "Brigade-Timestamp";
    /** Header of the signature. */
    static final String SIGNATURE = "Brigade-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    static Signature of(String secret, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            byte[] digest = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
            return new Signature(Long.toString(seconds), "v1=" + HexFormat.of().formatHex(digest));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
