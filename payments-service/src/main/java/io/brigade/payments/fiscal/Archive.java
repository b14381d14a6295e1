package io.brigade.payments.fiscal;

import io.brigade.fiscal.Manifest;
import io.brigade.platform.security.Person;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An archive that was made, and can be fetched as often as it is needed. */
record Archive(
        @Schema(examples = "3") long archiveId,
        @Schema(examples = "2026-10-01") LocalDate from,
        @Schema(examples = "2026-10-31") LocalDate to,

        @Schema(examples = "12000", description = "How many entries it holds.")
        long entries,

        @Schema(examples = "1", description = "Number of its first entry.")
        long firstSequence,

        @Schema(
                examples = "12000",
                description = "Number of its last entry; one less than the first when it holds none.")
        long lastSequence,

        @Schema(examples = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b")
        String lastHash,

        OffsetDateTime madeAt,
        Person madeBy) {

    /** Columns that {@link #from} reads. */
    static final String COLUMNS = "archive_id, manifest, made_at, made_by_id, made_by_name";

    static Archive of(Row row) {
        return of(
                row.getLong("archive_id"),
                Manifest.read(row.getString("manifest")),
                row.getOffsetDateTime("made_at"),
                new Person(row.getLong("made_by_id"), row.getString("made_by_name")));
    }

    static Archive of(long archiveId, Manifest manifest, OffsetDateTime madeAt, Person madeBy) {
        return new Archive(
                archiveId,
                manifest.from(),
                manifest.to(),
                manifest.entries(),
                manifest.firstSequence(),
                manifest.lastSequence(),
                manifest.lastHash(),
                madeAt,
                madeBy);
    }
}
