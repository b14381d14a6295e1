package io.brigade.fiscal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an archive holds; signed, so that nothing can be left out of it.
 *
 * @param from first business day
 * @param to last business day
 * @param firstSequence number of its first entry; one more than the last when there is none
 * @param previousHash hash of the entry before the first
 * @param lastHash hash of its last entry; {@code previousHash} when there is none
 * @param files SHA-256 of each file in it
 */
public record Manifest(
        long chain,
        @Nullable String siret,
        boolean training,
        LocalDate from,
        LocalDate to,
        Instant madeAt,
        long firstSequence,
        long lastSequence,
        String previousHash,
        String lastHash,
        String software,
        String keyId,
        Map<String, String> files) {

    /** Sorted, so that equal ones are equal. */
    public Manifest {
        files = new TreeMap<>(files);
    }

    /** How many entries it holds. */
    public long entries() {
        return lastSequence - firstSequence + 1;
    }

    /** Before its first entry. */
    Link start() {
        return new Link(chain, null, training, firstSequence - 1, previousHash, Instant.EPOCH);
    }

    /** The document that is signed: canonical JSON. */
    public String document() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("format", Entry.FORMAT)
                .put("chain", chain)
                .put("siret", siret)
                .put("training", training)
                .put("from", from.toString())
                .put("to", to.toString())
                .put("made_at", Times.text(madeAt))
                .put("first_sequence", firstSequence)
                .put("last_sequence", lastSequence)
                .put("previous_hash", previousHash)
                .put("last_hash", lastHash)
                .put("software", software)
                .put("key_id", keyId);
        ObjectNode hashes = json.putObject("files");
        files.forEach(hashes::put);
        return CanonicalJson.of(json);
    }

    /** Reads a document; {@link IllegalArgumentException} when it is none. */
    public static Manifest read(String document) {
        JsonNode json = CanonicalJson.read(document);
        Map<String, String> files = new TreeMap<>();
        json.path("files")
                .properties()
                .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
        return new Manifest(
                Entry.number(json, "chain"),
                json.path("siret").textValue(),
                json.path("training").booleanValue(),
                date(json, "from"),
                date(json, "to"),
                Times.read(json, "made_at"),
                Entry.number(json, "first_sequence"),
                Entry.number(json, "last_sequence"),
                Entry.text(json, "previous_hash"),
                Entry.text(json, "last_hash"),
                Entry.text(json, "software"),
                Entry.text(json, "key_id"),
                files);
    }

    private static LocalDate date(JsonNode json, String field) {
        try {
            return LocalDate.parse(Entry.text(json, field));
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException(field + " is no date", noDate);
        }
    }
}
