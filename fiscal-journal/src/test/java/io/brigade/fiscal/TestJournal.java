package io.brigade.fiscal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes journals, whole ones and such as nobody should be able to make. */
public final class TestJournal {

    public static final SigningKey KEY = newKey();
    public static final TrustedKeys TRUSTED = TrustedKeys.read(KEY.publicPem());
    public static final long CHAIN = 7;
    public static final Instant BEGIN = Instant.parse("2026-11-23T11:00:00Z");
    private static final String SIRET = "12345678200010";

    private TestJournal() {}

    public static SigningKey newKey() {
        SigningKey.NewPair pair = SigningKey.newPair();
        return SigningKey.read(pair.privatePem(), pair.publicPem());
    }

    /** A chain of tickets, one a minute. */
    public static List<SignedEntry> ofLength(int length) {
        List<SignedEntry> entries = new ArrayList<>();
        for (int i = 1; i <= length; i++) {
            entries.add(next(entries, KEY, payload(i)));
        }
        return entries;
    }

    public static SignedEntry next(List<SignedEntry> before, SigningKey key, JsonNode payload) {
        return SignedEntry.of(
                entry(
                        before.size() + 1,
                        before.isEmpty() ? Hash.NONE : before.getLast().hash(),
                        key,
                        payload),
                key);
    }

    public static Entry entry(long sequence, String previous, SigningKey key, JsonNode payload) {
        return new Entry(
                CHAIN,
                SIRET,
                false,
                sequence,
                "TICKET",
                BEGIN.plusSeconds(60 * sequence - 1),
                BEGIN.plusSeconds(60 * sequence),
                "Caisse 1",
                new Entry.Operator(103, "Inès"),
                "brigade 2.0.0",
                payload,
                previous,
                key.id());
    }

    public static JsonNode payload(int number) {
        return CanonicalJson.read("{\"ticket_no\":%d,\"total_cents\":%d,\"lines\":[{\"name\":\"Entrecôte\"}]}"
                .formatted(number, 1000 + number));
    }

    /** Makes all of it anew from that entry on: chained and hashed, signed by whoever has a key. */
    public static List<SignedEntry> rechained(List<SignedEntry> entries, int from, SigningKey key) {
        List<SignedEntry> anew = new ArrayList<>(entries.subList(0, from));
        for (SignedEntry old : entries.subList(from, entries.size())) {
            anew.add(next(anew, key, old.entry().payload()));
        }
        return anew;
    }

    /** An archive with all of these entries. */
    public static void archive(Path file, List<SignedEntry> entries, Manifest claimed, SigningKey key)
            throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(Files.newOutputStream(file), BEGIN)) {
            for (SignedEntry entry : entries) {
                archive.add(entry);
            }
            Manifest manifest = with(claimed, archive.files(key.publicPem()));
            archive.seal(manifest.document(), key.sign(manifest.document()));
        }
    }

    public static Manifest manifest(List<SignedEntry> entries, SigningKey key) {
        Entry first = entries.getFirst().entry();
        return new Manifest(
                CHAIN,
                SIRET,
                false,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 30),
                BEGIN,
                first.sequence(),
                first.sequence() + entries.size() - 1,
                first.previousHash(),
                entries.getLast().hash(),
                "brigade 2.0.0",
                key.id(),
                Map.of());
    }

    private static Manifest with(Manifest claimed, Map<String, String> files) {
        return new Manifest(
                claimed.chain(),
                claimed.siret(),
                claimed.training(),
                claimed.from(),
                claimed.to(),
                claimed.madeAt(),
                claimed.firstSequence(),
                claimed.lastSequence(),
                claimed.previousHash(),
                claimed.lastHash(),
                claimed.software(),
                claimed.keyId(),
                files);
    }
}
