package io.brigade.fiscal;

import static io.brigade.fiscal.TestJournal.CHAIN;
import static io.brigade.fiscal.TestJournal.KEY;
import static io.brigade.fiscal.TestJournal.TRUSTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class VerifierTest {

    private static final List<SignedEntry> TWELVE = TestJournal.ofLength(12);
    private static final Heads NO_HEADS = Heads.of();

    @Example
    void aWholeJournalIsInOrder() {
        Verifier.Result result = verify(TWELVE, NO_HEADS);

        assertThat(result.broken()).isNull();
        assertThat(result.checked()).isEqualTo(12);
        assertThat(result.last().hash()).isEqualTo(TWELVE.getLast().hash());
    }

    @Property(tries = 150)
    void everyTamperingIsNamedAtItsEntry(@ForAll Tampering tampering, @ForAll @IntRange(min = 2, max = 11) int at) {
        assertThat(verify(tampering.apply(TWELVE, at), NO_HEADS).broken()).isEqualTo(tampering.finding(at));
    }

    @Property(tries = 100)
    void noSingleCharacterOfADocumentCanBeChanged(
            @ForAll @IntRange(min = 0, max = 11) int index, @ForAll @IntRange(min = 0) int place, @ForAll char other) {
        SignedEntry old = TWELVE.get(index);
        StringBuilder changed = new StringBuilder(old.document());
        int at = place % changed.length();
        if (changed.charAt(at) == other || Character.isSurrogate(other)) {
            return;
        }
        changed.setCharAt(at, other);
        List<SignedEntry> tampered = new ArrayList<>(TWELVE);
        tampered.set(index, new SignedEntry(changed.toString(), old.hash(), old.signature()));

        Finding broken = verify(tampered, NO_HEADS).broken();

        assertThat(broken).isNotNull();
        assertThat(broken.fault()).isEqualTo(Fault.EDITED);
        assertThat(broken.sequence()).isEqualTo(index + 1L);
    }

    @Example
    void aJournalThatWasSignedAnewFromItsBeginningIsFoundByTheTrustedKey() {
        List<SignedEntry> forged = TestJournal.rechained(TWELVE, 0, Tampering.OTHER_KEY);

        assertThat(verify(forged, NO_HEADS).broken()).isEqualTo(new Finding(CHAIN, 1, Fault.RESIGNED));
    }

    @Example
    void whatSomebodySignedUnderTheTrustedKeysIdIsFound() {
        Entry entry = TestJournal.entry(1, Hash.NONE, KEY, TestJournal.payload(1));
        List<SignedEntry> forged = List.of(SignedEntry.of(entry, Tampering.OTHER_KEY));

        assertThat(verify(forged, NO_HEADS).broken()).isEqualTo(new Finding(CHAIN, 1, Fault.REHASHED));
    }

    @Example
    void entriesOfAnotherRestaurantDoNotBelongHere() {
        Link other = Link.before(CHAIN + 1, false);

        Verifier.Result result = new Verifier(TRUSTED, TrustedKeys.none(), NO_HEADS).verify(other, TWELVE.iterator());

        assertThat(result.broken()).isEqualTo(new Finding(CHAIN + 1, 1, Fault.OTHER_CHAIN));
    }

    @Property(tries = 20)
    void anEndThatWasCutOffIsSeenByAHeadThatWasKept(@ForAll @IntRange(min = 0, max = 11) int left) {
        Heads kept = Heads.of(head(12));

        assertThat(verify(TWELVE.subList(0, left), kept).broken())
                .isEqualTo(new Finding(CHAIN, left + 1L, Fault.TRUNCATED));
    }

    @Example
    void aRestoredCopyThatWentOnIsSeenByAHeadThatWasKept() {
        List<SignedEntry> restored = new ArrayList<>(TWELVE.subList(0, 9));
        for (int i = 0; i < 5; i++) {
            restored.add(TestJournal.next(restored, KEY, TestJournal.payload(99)));
        }

        assertThat(verify(restored, NO_HEADS).broken()).isNull();
        assertThat(verify(restored, Heads.of(head(9), head(12))).broken())
                .isEqualTo(new Finding(CHAIN, 12, Fault.REWRITTEN));
    }

    @Example
    void aHeadThatIsKeptStaysWhenARestoredCopyComesToTheSameNumber() throws IOException {
        List<SignedEntry> restored = new ArrayList<>(TWELVE.subList(0, 11));
        restored.add(TestJournal.next(restored, KEY, TestJournal.payload(99)));
        Path folder = Files.createTempDirectory("heads");
        Heads.keep(folder, head(12));

        Heads.keep(folder, Head.of(Link.after(restored.getLast()), KEY));

        assertThat(verify(restored, Heads.in(folder)).broken()).isEqualTo(new Finding(CHAIN, 12, Fault.REWRITTEN));
        assertThat(folder).isDirectoryNotContaining("glob:**/*.new");
    }

    @Example
    void aHeadThatSomebodyElseSignedIsFound() {
        Heads forged = Heads.of(Head.of(Link.after(TWELVE.get(4)), Tampering.OTHER_KEY));

        assertThat(verify(TWELVE, forged).broken()).isEqualTo(new Finding(CHAIN, 5, Fault.HEAD_FORGED));
    }

    @Example
    void aSiretThatIsKnownStays() {
        List<SignedEntry> entries = new ArrayList<>(TestJournal.ofLength(1));
        Entry second = TestJournal.entry(2, entries.getFirst().hash(), KEY, TestJournal.payload(2));
        entries.add(SignedEntry.of(
                new Entry(
                        CHAIN,
                        "99999999900019",
                        false,
                        2,
                        second.kind(),
                        second.occurredAt(),
                        second.recordedAt(),
                        null,
                        null,
                        second.software(),
                        second.payload(),
                        second.previousHash(),
                        KEY.id()),
                KEY));

        assertThat(verify(entries, NO_HEADS).broken()).isEqualTo(new Finding(CHAIN, 2, Fault.OTHER_CHAIN));
    }

    private static Head head(int sequence) {
        return Head.of(Link.after(TWELVE.get(sequence - 1)), KEY);
    }

    private static Verifier.Result verify(List<SignedEntry> entries, Heads heads) {
        return new Verifier(TRUSTED, TRUSTED, heads).verifyWhole(Link.before(CHAIN, false), entries.iterator());
    }
}
