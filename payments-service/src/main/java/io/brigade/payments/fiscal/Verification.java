package io.brigade.payments.fiscal;

import io.brigade.fiscal.Fault;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a verification found. */
public record Verification(
        @Schema(examples = "false", description = "True when something is broken: then `broken` says what.")
        boolean failed,

        @Schema(examples = "2000", description = "Entries that this verification read.")
        long checked,

        @Schema(examples = "41200", description = "All entries up to this number have been verified.")
        long verifiedTo,

        @Schema(examples = "18000", description = "How far the second reading, which goes round and round, has come.")
        long recheckedTo,

        @Schema(examples = "41200", description = "Number of the last entry.")
        long headSequence,

        OffsetDateTime verifiedAt,
        @Nullable Broken broken) {

    /** The first broken entry. */
    public record Broken(
            @Schema(examples = "17") long sequence,
            @Schema(examples = "EDITED") Fault fault,

            @Schema(examples = "its content was changed: it does not have its hash any more")
            String meaning) {}

    static Verification from(Row row) {
        @Nullable Long sequence = row.getLong("broken_sequence");
        return new Verification(
                sequence != null,
                row.getLong("checked"),
                row.getLong("verified_to"),
                row.getLong("rechecked_to"),
                row.getLong("head_sequence"),
                row.getOffsetDateTime("verified_at"),
                sequence == null ? null : broken(sequence, Fault.valueOf(row.getString("fault"))));
    }

    static Broken broken(long sequence, Fault fault) {
        return new Broken(sequence, fault, fault.meaning());
    }

    /** Whether both found the same thing. */
    boolean sameFindingAs(@Nullable Verification other) {
        return other != null && other.broken != null && other.broken.equals(broken);
    }
}
