package io.brigade.staff.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A refresh token: 256 random bits, written in the URL-safe alphabet. */
record RefreshToken(String text) {

    private static final int BYTES = 32;
    private static final byte[] SUCCESSOR = "successor".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** What is stored instead of the token. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The successor, readable only with this token. The pad is used once, because a token has one successor. */
    byte[] seal(RefreshToken successor) {
        return xor(Base64.getUrlDecoder().decode(successor.text), pad());
    }

    /** The successor that {@link #seal} made unreadable. */
    RefreshToken open(byte[] sealed) {
        return of(xor(sealed, pad()));
    }

    private static RefreshToken of(byte[] bytes) {
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private byte[] pad() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(SUCCESSOR);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] xor(byte[] one, byte[] other) {
        Objects.checkFromToIndex(0, one.length, other.length);
        byte[] result = new byte[one.length];
        for (int i = 0; i < one.length; i++) {
            result[i] = (byte) (one[i] ^ other[i]);
        }
        return result;
    }

    @Override
    public String toString() {
        return "RefreshToken"; // never the token
    }
}
