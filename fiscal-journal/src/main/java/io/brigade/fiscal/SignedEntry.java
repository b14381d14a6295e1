package io.brigade.fiscal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An entry as it is kept.
 *
 * @param document canonical JSON of the {@link Entry}
 * @param hash SHA-256 of the document
 * @param signature ECDSA P-256 with SHA-256 of the document, DER in Base64: what {@code openssl dgst} checks
 */
public record SignedEntry(String document, String hash, String signature) {

    /** Hashes and signs. */
    public static SignedEntry of(Entry entry, SigningKey key) {
        String document = entry.document();
        return new SignedEntry(document, Hash.of(document), key.sign(document));
    }

    /** What the document says; {@link IllegalArgumentException} when it is not readable. */
    public Entry entry() {
        return Entry.read(document);
    }

    /** One line of an archive's {@code journal.jsonl}, without its end. */
    public String line() {
        ObjectNode line =
                JsonNodeFactory.instance.objectNode().put("hash", hash).put("signature", signature);
        line.set("entry", content());
        return CanonicalJson.of(line);
    }

    /** What somebody made unreadable goes into archives all the same, as it is. */
    private JsonNode content() {
        try {
            return CanonicalJson.read(document);
        } catch (IllegalArgumentException unreadable) {
            return JsonNodeFactory.instance.textNode(document);
        }
    }

    /** Reads such a line; {@link IllegalArgumentException} when it is none. */
    public static SignedEntry read(String line) {
        JsonNode json = CanonicalJson.read(line);
        return new SignedEntry(
                CanonicalJson.of(json.path("entry")), Entry.text(json, "hash"), Entry.text(json, "signature"));
    }
}
