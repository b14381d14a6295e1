package io.brigade.fiscal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * How far a journal had come at some time, signed, to be kept elsewhere: what ends before it, or has another entry there,
 * was truncated or restored.
 */
public record Head(long chain, long sequence, String hash, Instant recordedAt, String keyId, String signature) {

    /** The signed head of a chain that ends with that entry. */
    public static Head of(Link last, SigningKey key) {
        Head unsigned = new Head(last.chain(), last.sequence(), last.hash(), last.recordedAt(), key.id(), "");
        return new Head(
                unsigned.chain,
                unsigned.sequence,
                unsigned.hash,
                unsigned.recordedAt,
                unsigned.keyId,
                key.sign(unsigned.signedText()));
    }

    /** Reads what {@link #text} wrote; {@link IllegalArgumentException} when it is something else. */
    public static Head read(String text) {
        JsonNode json = CanonicalJson.read(text);
        return new Head(
                Entry.number(json, "chain"),
                Entry.number(json, "sequence"),
                Entry.text(json, "hash"),
                Times.read(json, "recorded_at"),
                Entry.text(json, "key_id"),
                Entry.text(json, "signature"));
    }

    /** One line of JSON, as it goes into a file. */
    public String text() {
        return CanonicalJson.of(json().put("signature", signature)) + "\n";
    }

    /** Whether a trusted key signed it. */
    public boolean isSigned(TrustedKeys keys) {
        return keys.signed(keyId, signedText(), signature);
    }

    private String signedText() {
        return CanonicalJson.of(json());
    }

    private ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("chain", chain)
                .put("sequence", sequence)
                .put("hash", hash)
                .put("recorded_at", Times.text(recordedAt))
                .put("key_id", keyId);
    }
}
