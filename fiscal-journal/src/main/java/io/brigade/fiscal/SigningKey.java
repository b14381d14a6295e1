package io.brigade.fiscal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key that signs entries: ECDSA on P-256 (FIPS 186-5). */
public final class SigningKey {

    private final String id;
    private final String publicPem;
    private final PrivateKey key;

    private SigningKey(String id, String publicPem, PrivateKey key) {
        this.id = id;
        this.publicPem = publicPem;
        this.key = key;
    }

    /**
     * Reads a key pair.
     *
     * @param privatePem PKCS#8, {@code PRIVATE KEY}
     * @param publicPem {@code PUBLIC KEY}, the one that belongs to it; those of earlier keys may stand beside it
     * @throws IllegalArgumentException when one of them is not readable or they are no pair
     */
    public static SigningKey read(String privatePem, String publicPem) {
        TrustedKeys published = TrustedKeys.read(publicPem);
        SigningKey nameless = new SigningKey("", publicPem, privateKey(privatePem));
        String proof = nameless.sign("pair");
        return published.ids().stream()
                .filter(id -> published.signed(id, "pair", proof))
                .findFirst()
                .map(id -> new SigningKey(id, publicPem, nameless.key))
                .orElseThrow(() -> new IllegalArgumentException("private and public key are no pair"));
    }

    /** A new pair's PEM texts: private, public. */
    public record NewPair(String privatePem, String publicPem) {}

    /** Makes a key pair. */
    public static NewPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new NewPair(
                    Pem.of("PRIVATE KEY", pair.getPrivate().getEncoded()),
                    Pem.of("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Its id, made of the public key. */
    public String id() {
        return id;
    }

    /** Its public half, and earlier keys' if they stood beside it. */
    public String publicPem() {
        return publicPem;
    }

    /** The text's signature: DER in Base64. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(CanonicalJson.utf8(text));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the signing key does not sign", unusable);
        }
    }

    private static PrivateKey privateKey(String pem) {
        try {
            byte[] der = Pem.blocks("PRIVATE KEY", pem).stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no PRIVATE KEY (PKCS#8) in it"));
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException("it is no EC private key in PKCS#8", noKey);
        }
    }
}
