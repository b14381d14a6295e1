package io.brigade.local.secrets;

import io.brigade.local.SuiteException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** RSA key pair for RS256 tokens: the private key as PKCS#8 PEM, the public one as a JSON Web Key Set (RFC 7517). */
public final class TokenKeys {

    private static final int BITS = 2048;

    private final Path privateKeyFile;
    private final Path publicKeysFile;

    TokenKeys(Path folder) {
        this.privateKeyFile = folder.resolve("token-private-key.pem");
        this.publicKeysFile = folder.resolve("token-public-keys.json");
    }

    /** File of the private key; made at first use. */
    public Path privateKey() {
        privatePem();
        return privateKeyFile;
    }

    /** File of the key set. It is derived from the private key once; keys added to it by hand stay. */
    public Path publicKeys() {
        SecretFile.readOrCreate(publicKeysFile, () ->
                """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
                """.formatted(keyId(), base64(key().getModulus()), base64(key().getPublicExponent())));
        return publicKeysFile;
    }

    /** Thumbprint of the public key, RFC 7638: the same key always has the same id. */
    public String keyId() {
        var canonical = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
                .formatted(base64(key().getPublicExponent()), base64(key().getModulus()));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return base64(digest);
        } catch (GeneralSecurityException e) {
            throw new SuiteException("This JDK lacks SHA-256.", e);
        }
    }

    private RSAPrivateCrtKey key() {
        try {
            return (RSAPrivateCrtKey)
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Pem.der(privatePem())));
        } catch (GeneralSecurityException e) {
            throw new SuiteException(privateKeyFile + " is not an RSA key in PKCS#8.", e);
        }
    }

    private String privatePem() {
        return SecretFile.readOrCreate(privateKeyFile, TokenKeys::newPrivatePem);
    }

    private static String newPrivatePem() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return Pem.of(
                    "PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new SuiteException("This JDK cannot make RSA keys.", e);
        }
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
