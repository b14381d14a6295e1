package io.brigade.fiscal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Public keys by their ids. An id is made of the key itself, so that no other key can go by it. */
public final class TrustedKeys {

    private static final int ID_LENGTH = 16;
    private static final int P256_BITS = 256;

    private final Map<String, PublicKey> keys;

    private TrustedKeys(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** No key at all. */
    public static TrustedKeys none() {
        return new TrustedKeys(Map.of());
    }

    /** Reads one or more {@code PUBLIC KEY} blocks; {@link IllegalArgumentException} when there is none, or no P-256. */
    public static TrustedKeys read(String pem) {
        Map<String, PublicKey> keys = new HashMap<>();
        for (byte[] der : Pem.blocks("PUBLIC KEY", pem)) {
            keys.put(id(der), publicKey(der));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no PUBLIC KEY in it");
        }
        return new TrustedKeys(keys);
    }

    /** First half of the key's fingerprint: SHA-256 of its DER, of which 64 bits. */
    static String id(byte[] der) {
        return Hash.of(der).substring(0, ID_LENGTH);
    }

    /** The keys' ids. */
    public Set<String> ids() {
        return keys.keySet();
    }

    /** Whether the key of that id is known and signed the text. */
    public boolean signed(String keyId, String text, String signature) {
        @Nullable PublicKey key = keys.get(keyId);
        return key != null && verifies(key, text, signature);
    }

    private static boolean verifies(PublicKey key, String text, String signature) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(CanonicalJson.utf8(text));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] der) {
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
            if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == P256_BITS) {
                return key;
            }
            throw new IllegalArgumentException("the key is not on the curve P-256");
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException("it is no EC public key", noKey);
        }
    }
}
