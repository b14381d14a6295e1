package io.brigade.fiscal;

import static io.brigade.fiscal.TestJournal.CHAIN;
import static io.brigade.fiscal.TestJournal.KEY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every way to tamper with a journal, and what has to be found then. Entry {@code at} is counted from 1, never the last. */
public enum Tampering {
    EDITED(Fault.EDITED) {
        @Override
        public List<SignedEntry> apply(List<SignedEntry> entries, int at) {
            SignedEntry old = entries.get(at - 1);
            String cheaper = old.document().replaceFirst("\"total_cents\":\\d+", "\"total_cents\":1");
            return set(entries, at, new SignedEntry(cheaper, old.hash(), old.signature()));
        }
    },
    UNREADABLE(Fault.EDITED) {
        @Override
        public List<SignedEntry> apply(List<SignedEntry> entries, int at) {
            SignedEntry old = entries.get(at - 1);
            return set(entries, at, new SignedEntry("{}", old.hash(), old.signature()));
        }
    },
    REMOVED(Fault.REMOVED) {
        @Override
        public List<SignedEntry> apply(List<SignedEntry> entries, int at) {
            List<SignedEntry> fewer = new ArrayList<>(entries);
            fewer.remove(at - 1);
            return fewer;
        }

        @Override
        long foundAt(int at) {
            return at + 1L;
        }
    },
    SWAPPED(Fault.SWAPPED) {
        @Override
        public List<SignedEntry> apply(List<SignedEntry> entries, int at) {
            List<SignedEntry> swapped = new ArrayList<>(entries);
            Collections.swap(swapped, at - 1, at);
            return swapped;
        }

        @Override
        long foundAt(int at) {
            return at + 1L;
        }
    },
    RESIGNED(Fault.RESIGNED) {
        @Override
        public List<SignedEntry> apply(List<SignedEntry> entries, int at) {
            return TestJournal.rechained(entries, at - 1, OTHER_KEY);
        }
    },
    /** Everything made anew but the signatures, which only the key's owner can make. */
    REHASHED(Fault.REHASHED) {
        @Override
        public List<SignedEntry> apply(List<SignedEntry> entries, int at) {
            List<SignedEntry> anew = new ArrayList<>(entries.subList(0, at - 1));
            for (SignedEntry old : entries.subList(at - 1, entries.size())) {
                Entry entry = TestJournal.entry(
                        anew.size() + 1L,
                        anew.isEmpty() ? Hash.NONE : anew.getLast().hash(),
                        KEY,
                        TestJournal.payload(1));
                anew.add(new SignedEntry(entry.document(), Hash.of(entry.document()), old.signature()));
            }
            return anew;
        }
    },
    CLOCK_BACK(Fault.CLOCK_BACK) {
        @Override
        public List<SignedEntry> apply(List<SignedEntry> entries, int at) {
            Entry old = entries.get(at - 1).entry();
            Entry earlier = new Entry(
                    CHAIN,
                    old.siret(),
                    false,
                    old.sequence(),
                    old.kind(),
                    old.occurredAt(),
                    old.recordedAt().minusSeconds(3600),
                    old.device(),
                    old.operator(),
                    old.software(),
                    old.payload(),
                    old.previousHash(),
                    old.keyId());
            return continued(entries, at, SignedEntry.of(earlier, KEY));
        }
    },
    GAP(Fault.GAP) {
        @Override
        public List<SignedEntry> apply(List<SignedEntry> entries, int at) {
            Entry old = entries.get(at - 1).entry();
            Entry jumped = TestJournal.entry(old.sequence() + 1, old.previousHash(), KEY, old.payload());
            return continued(entries, at, SignedEntry.of(jumped, KEY));
        }

        @Override
        long foundAt(int at) {
            return at + 1L;
        }
    },
    WRONG_PREVIOUS(Fault.WRONG_PREVIOUS) {
        @Override
        public List<SignedEntry> apply(List<SignedEntry> entries, int at) {
            Entry old = entries.get(at - 1).entry();
            Entry elsewhere = TestJournal.entry(old.sequence(), Hash.of("elsewhere"), KEY, old.payload());
            return continued(entries, at, SignedEntry.of(elsewhere, KEY));
        }
    };

    static final SigningKey OTHER_KEY = TestJournal.newKey();

    private final Fault fault;

    Tampering(Fault fault) {
        this.fault = fault;
    }

    /** The journal, tampered with. */
    public abstract List<SignedEntry> apply(List<SignedEntry> entries, int at);

    long foundAt(int at) {
        return at;
    }

    /** What has to be found. */
    public Finding finding(int at) {
        return new Finding(CHAIN, foundAt(at), fault);
    }

    private static List<SignedEntry> set(List<SignedEntry> entries, int at, SignedEntry changed) {
        List<SignedEntry> tampered = new ArrayList<>(entries);
        tampered.set(at - 1, changed);
        return tampered;
    }

    /** What somebody with the real key would make of it: only what they did stands out. */
    private static List<SignedEntry> continued(List<SignedEntry> entries, int at, SignedEntry changed) {
        List<SignedEntry> anew = new ArrayList<>(entries.subList(0, at - 1));
        anew.add(changed);
        for (SignedEntry old : entries.subList(at, entries.size())) {
            Entry before = anew.getLast().entry();
            anew.add(SignedEntry.of(
                    TestJournal.entry(
                            before.sequence() + 1,
                            anew.getLast().hash(),
                            KEY,
                            old.entry().payload()),
                    KEY));
        }
        return anew;
    }
}
