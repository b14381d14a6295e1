package io.brigade.fiscal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is hashed and signed. Everything by value: it has to be readable when the database is gone.
 *
 * @param chain restaurant's number
 * @param siret the restaurant's; null until it has become known to the journal
 * @param training whether the restaurant only practises
 * @param sequence from 1, without a gap within the chain
 * @param recordedAt never before that of the entry before
 * @param operator null: the system itself
 * @param previousHash hash of the entry before; {@link Hash#NONE} for the first
 */
public record Entry(
        long chain,
        @Nullable String siret,
        boolean training,
        long sequence,
        String kind,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String device,
        @Nullable Operator operator,
        String software,
        JsonNode payload,
        String previousHash,
        String keyId) {

    /** Version of this format; a later one is told from it by this number. */
    public static final int FORMAT = 1;

    /** Who did it. */
    public record Operator(long staffId, String name) {}

    /** The document that is hashed and signed: canonical JSON. */
    public String document() {
        return CanonicalJson.of(json());
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("chain", chain)
                .put("siret", siret)
                .put("training", training)
                .put("sequence", sequence)
                .put("kind", kind)
                .put("occurred_at", Times.text(occurredAt))
                .put("recorded_at", Times.text(recordedAt))
                .put("device", device)
                .put("software", software)
                .put("previous_hash", previousHash)
                .put("key_id", keyId);
        json.set("payload", payload);
        if (operator == null) {
            return json.putNull("operator");
        }
        json.putObject("operator").put("staff_id", operator.staffId()).put("name", operator.name());
        return json;
    }

    /** Reads a document; {@link IllegalArgumentException} when it is none of this format. */
    public static Entry read(String document) {
        JsonNode json = CanonicalJson.read(document);
        if (number(json, "format") != FORMAT) {
            throw new IllegalArgumentException("unknown format");
        }
        return new Entry(
                number(json, "chain"),
                json.path("siret").textValue(),
                json.path("training").booleanValue(),
                number(json, "sequence"),
                text(json, "kind"),
                Times.read(json, "occurred_at"),
                Times.read(json, "recorded_at"),
                json.path("device").textValue(),
                operator(json.path("operator")),
                text(json, "software"),
                json.path("payload"),
                text(json, "previous_hash"),
                text(json, "key_id"));
    }

    private static @Nullable Operator operator(JsonNode json) {
        return json.isObject() ? new Operator(number(json, "staff_id"), text(json, "name")) : null;
    }

    static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is no text");
        }
        return value.textValue();
    }

    static long number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(field + " is no integer");
        }
        return value.longValue();
    }
}
