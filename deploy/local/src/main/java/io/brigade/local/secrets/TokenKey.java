package io.brigade.local.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.brigade.local.SuiteException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** One RSA key, and its public half as others read it. */
final class TokenKey {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String modulus;
    private final String exponent;

    /** The key in that PEM (PKCS#8). */
    TokenKey(String privatePem) {
        try {
            var key = (RSAPrivateCrtKey)
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Pem.der(privatePem)));
            this.modulus = base64(key.getModulus());
            this.exponent = base64(key.getPublicExponent());
        } catch (GeneralSecurityException e) {
            throw new SuiteException("The key of tokens is not an RSA key in PKCS#8.", e);
        }
    }

    /** Thumbprint, RFC 7638: of the members that make the key, in alphabetical order. */
    String id() {
        var canonical = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}".formatted(exponent, modulus);
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new SuiteException("This JDK lacks SHA-256.", e);
        }
    }

    /** A key set of this key alone. */
    String keySet() {
        return addedTo("{\"keys\":[]}");
    }

    /** The key set with this key in it, once. */
    String addedTo(String keySet) {
        try {
            var set = (ObjectNode) JSON.readTree(keySet);
            ArrayNode keys = set.withArray("keys");
            for (var key : keys) {
                if (key.path("kid").asText().equals(id())) {
                    return keySet;
                }
            }
            keys.add(publicKey());
            return JSON.writeValueAsString(set) + "\n";
        } catch (JsonProcessingException e) {
            throw new SuiteException("The set of public keys of tokens is no JSON.", e);
        }
    }

    private ObjectNode publicKey() {
        return JSON.createObjectNode()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", id())
                .put("n", modulus)
                .put("e", exponent);
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
