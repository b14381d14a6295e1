package io.brigade.payments.fiscal;

import io.brigade.fiscal.Link;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A restaurant's chain and how far it has come. */
record Chain(
        long restaurantId,
        @Nullable String siret,
        boolean training,
        long headSequence,
        String headHash,
        OffsetDateTime headRecordedAt) {

    /** Columns that {@link #from} reads. */
    static final String COLUMNS = "restaurant_id, siret, training, head_sequence, head_hash, head_recorded_at";

    static Chain from(Row row) {
        return new Chain(
                row.getLong("restaurant_id"),
                row.getString("siret"),
                row.getBoolean("training"),
                row.getLong("head_sequence"),
                row.getString("head_hash"),
                row.getOffsetDateTime("head_recorded_at"));
    }

    /** With the SIRET that it was told, unless it knows one: the first stays. */
    Chain knowing(@Nullable String told) {
        return siret != null || told == null
                ? this
                : new Chain(restaurantId, told, training, headSequence, headHash, headRecordedAt);
    }

    /** With one entry more. */
    Chain grown(String hash, OffsetDateTime recordedAt) {
        return new Chain(restaurantId, siret, training, headSequence + 1, hash, recordedAt);
    }

    /** Its last entry, as the next one has to fit it. */
    Link head() {
        return new Link(restaurantId, siret, training, headSequence, headHash, headRecordedAt.toInstant());
    }

    /** Before its first entry. */
    Link start() {
        return Link.before(restaurantId, training);
    }
}
