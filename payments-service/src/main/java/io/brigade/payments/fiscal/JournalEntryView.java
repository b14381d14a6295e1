package io.brigade.payments.fiscal;

import io.brigade.fiscal.Entry;
import io.brigade.fiscal.SignedEntry;
import io.brigade.platform.security.Person;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the fiscal journal. */
record JournalEntryView(
        @Schema(examples = "1042") long sequence,
        @Schema(examples = "EVENT") Kind kind,
        OffsetDateTime occurredAt,
        OffsetDateTime recordedAt,
        @Schema(examples = "Caisse 1") @Nullable String device,

        @Schema(description = "Null: the system itself.") @Nullable Person operator,

        @Schema(examples = "12345678200010") @Nullable String siret,
        @Schema(examples = "false") boolean training,
        @Schema(examples = "brigade 2.0.0") String software,

        @Schema(
                type = SchemaType.OBJECT,
                description = "What it tells, by value; depends on the kind.",
                examples = "{\"event\": \"STARTED\"}")
        Object payload,

        @Schema(examples = "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9")
        String previousHash,

        @Schema(examples = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b")
        String hash,

        @Schema(examples = "MEUCIQDkz0bEqTq1", description = "ECDSA P-256 with SHA-256, DER in Base64.")
        String signature,

        @Schema(examples = "9f2c1a77d0e4b3c5") String keyId) {

    static JournalEntryView of(SignedEntry signed) {
        Entry entry = signed.entry();
        Entry.@Nullable Operator operator = entry.operator();
        return new JournalEntryView(
                entry.sequence(),
                Kind.valueOf(entry.kind()),
                entry.occurredAt().atOffset(ZoneOffset.UTC),
                entry.recordedAt().atOffset(ZoneOffset.UTC),
                entry.device(),
                operator == null ? null : new Person(operator.staffId(), operator.name()),
                entry.siret(),
                entry.training(),
                entry.software(),
                entry.payload(),
                entry.previousHash(),
                signed.hash(),
                signed.signature(),
                entry.keyId());
    }
}
