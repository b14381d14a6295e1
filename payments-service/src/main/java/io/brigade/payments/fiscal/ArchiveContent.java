package io.brigade.payments.fiscal;

import io.brigade.fiscal.ArchiveWriter;
import io.brigade.fiscal.SignedEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes the entries of an archive, some hundred at a time. Blocks: never on an event loop. */
@ApplicationScoped
class ArchiveContent {

    private static final int BATCH = 500;
    /** Longer than a statement may take. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JournalStore entries;

    @Inject
    ArchiveContent(JournalStore entries) {
        this.entries = entries;
    }

    /** A whole archive. */
    void write(long restaurantId, long first, long last, Instant madeAt, ArchiveStore.Sealed sealed, OutputStream out)
            throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(out, madeAt)) {
            entries(restaurantId, first, last, archive);
            archive.files(sealed.publicKeys());
            archive.seal(sealed.manifest(), sealed.signature());
        }
    }

    /** The hashes of its files, without keeping them. */
    Map<String, String> hashes(long restaurantId, long first, long last, Instant madeAt, String publicKeys)
            throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(OutputStream.nullOutputStream(), madeAt)) {
            entries(restaurantId, first, last, archive);
            return archive.files(publicKeys);
        }
    }

    private void entries(long restaurantId, long first, long last, ArchiveWriter archive) throws IOException {
        for (long next = first; next <= last; next += BATCH) {
            long upTo = Math.min(last, next + BATCH - 1);
            List<SignedEntry> batch =
                    entries.after(restaurantId, next - 1, upTo, BATCH).await().atMost(PATIENCE);
            for (SignedEntry entry : batch) {
                archive.add(entry);
            }
        }
    }
}
