package io.brigade.fiscal;

import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the entries of one chain and stops at the first that is broken. Reads each entry once, keeps none.
 */
public final class Verifier {

    private final TrustedKeys trusted;
    private final TrustedKeys enclosed;
    private final Heads heads;

    /**
     * Verifies against keys that come from elsewhere than the journal itself.
     *
     * @param enclosed keys that came with the journal: not believed, they only tell a journal that somebody signed anew
     *     from one that was only hashed anew
     * @param heads kept elsewhere
     */
    public Verifier(TrustedKeys trusted, TrustedKeys enclosed, Heads heads) {
        this.trusted = trusted;
        this.enclosed = enclosed;
        this.heads = heads;
    }

    /**
     * What was found.
     *
     * @param checked how many entries are in order
     * @param last the last that is
     * @param broken what is wrong with the one after it; null when nothing is
     */
    public record Result(long checked, Link last, @Nullable Finding broken) {

        /** Whether nothing is wrong. */
        public boolean ok() {
            return broken == null;
        }
    }

    /** Verifies entries that follow each other, from the one after {@code start} on. */
    public Result verify(Link start, Iterator<SignedEntry> entries) {
        Link last = start;
        long checked = 0;
        while (entries.hasNext()) {
            SignedEntry next = entries.next();
            @Nullable Fault fault = fault(last, next, entries);
            if (fault != null) {
                return new Result(checked, last, new Finding(start.chain(), numberOf(next, last), fault));
            }
            last = Link.after(next);
            checked++;
        }
        return new Result(checked, last, null);
    }

    /** Verifies a whole chain: from its first entry to the furthest head that was kept of it. */
    public Result verifyWhole(Link start, Iterator<SignedEntry> entries) {
        Optional<Finding> forged = heads.forged(start.chain(), trusted);
        if (forged.isPresent()) {
            return new Result(0, start, forged.get());
        }
        Result result = verify(start, entries);
        return result.ok()
                ? new Result(
                        result.checked(),
                        result.last(),
                        heads.truncated(result.last()).orElse(null))
                : result;
    }

    /** An entry that was changed may say any number: then it goes by its place. */
    private static long numberOf(SignedEntry next, Link last) {
        try {
            Entry entry = next.entry();
            boolean intact = Hash.of(next.document()).equals(next.hash());
            return intact ? entry.sequence() : last.sequence() + 1;
        } catch (IllegalArgumentException unreadable) {
            return last.sequence() + 1;
        }
    }

    private @Nullable Fault fault(Link last, SignedEntry next, Iterator<SignedEntry> rest) {
        Entry entry;
        try {
            entry = next.entry();
        } catch (IllegalArgumentException unreadable) {
            return Fault.EDITED;
        }
        boolean intact = Hash.of(next.document()).equals(next.hash());
        if (!entry.previousHash().equals(last.hash())) {
            return unchained(last, entry, intact, rest);
        }
        return intact ? chained(last, next, entry) : Fault.EDITED;
    }

    private static Fault unchained(Link last, Entry entry, boolean intact, Iterator<SignedEntry> rest) {
        if (followsLater(last.hash(), rest)) {
            return Fault.SWAPPED;
        }
        if (!intact) {
            return Fault.EDITED;
        }
        return entry.sequence() > last.sequence() + 1 ? Fault.REMOVED : Fault.WRONG_PREVIOUS;
    }

    /** Whether the entry that belongs here stands further on. */
    private static boolean followsLater(String hash, Iterator<SignedEntry> rest) {
        while (rest.hasNext()) {
            if (previousHash(rest.next()).equals(hash)) {
                return true;
            }
        }
        return false;
    }

    private static String previousHash(SignedEntry signed) {
        try {
            return signed.entry().previousHash();
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private @Nullable Fault chained(Link last, SignedEntry next, Entry entry) {
        if (!trusted.signed(entry.keyId(), next.document(), next.signature())) {
            return wrongSignature(entry, next);
        }
        if (!last.sameChain(entry)) {
            return Fault.OTHER_CHAIN;
        }
        if (entry.sequence() != last.sequence() + 1) {
            return Fault.GAP;
        }
        if (entry.recordedAt().isBefore(last.recordedAt())) {
            return Fault.CLOCK_BACK;
        }
        return heads.contradict(Link.after(next)) ? Fault.REWRITTEN : null;
    }

    private Fault wrongSignature(Entry entry, SignedEntry next) {
        boolean known = trusted.ids().contains(entry.keyId());
        return !known || enclosed.signed(entry.keyId(), next.document(), next.signature())
                ? Fault.RESIGNED
                : Fault.REHASHED;
    }
}
