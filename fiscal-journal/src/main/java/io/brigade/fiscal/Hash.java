package io.brigade.fiscal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal. */
public final class Hash {

    /** What the first entry of a chain has as the hash before it. */
    public static final String NONE = "0".repeat(64);

    private Hash() {}

    /** Hash of the text's UTF-8. */
    public static String of(String text) {
        return of(CanonicalJson.utf8(text));
    }

    /** Hash of the bytes. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
