package io.brigade.fiscal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the next entry has to fit: the last one before it. */
public record Link(
        long chain, @Nullable String siret, boolean training, long sequence, String hash, Instant recordedAt) {

    /** Before the first entry of a chain. */
    public static Link before(long chain, boolean training) {
        return new Link(chain, null, training, 0, Hash.NONE, Instant.EPOCH);
    }

    /** After that entry, which is taken as it is. */
    public static Link after(SignedEntry signed) {
        Entry entry = signed.entry();
        return new Link(
                entry.chain(), entry.siret(), entry.training(), entry.sequence(), signed.hash(), entry.recordedAt());
    }

    /** Whether the entry belongs to the same restaurant, as far as its SIRET was known. */
    boolean sameChain(Entry entry) {
        return entry.chain() == chain && entry.training() == training && (siret == null || siret.equals(entry.siret()));
    }
}
