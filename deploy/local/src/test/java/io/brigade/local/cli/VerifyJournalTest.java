package io.brigade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.fiscal.Head;
import io.brigade.fiscal.Heads;
import io.brigade.fiscal.Link;
import io.brigade.fiscal.SignedEntry;
import io.brigade.fiscal.SigningKey;
import io.brigade.fiscal.Tampering;
import io.brigade.fiscal.TestJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifyJournalTest {

    private static final List<SignedEntry> ENTRIES = TestJournal.ofLength(12);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void keepThePublicKey() throws IOException {
        Files.writeString(folder.resolve("key.pem"), TestJournal.KEY.publicPem());
    }

    @Test
    void aWholeArchiveIsInOrder() throws IOException {
        archive(ENTRIES, TestJournal.KEY);

        assertThat(verify()).isZero();
        assertThat(out.toString())
                .contains("12 entries in order", ENTRIES.getLast().hash());
    }

    @ParameterizedTest
    @EnumSource
    void everyTamperingEndsWithOneAndTheBrokenEntry(Tampering tampering) throws IOException {
        archive(tampering.apply(ENTRIES, 5), TestJournal.KEY);

        assertThat(verify()).isEqualTo(1);
        assertThat(err.toString()).contains("BROKEN: " + tampering.finding(5));
    }

    @Test
    void anArchiveThatWasCutOffIsNamed() throws IOException {
        TestJournal.archive(
                folder.resolve("archive.zip"),
                ENTRIES.subList(0, 9),
                TestJournal.manifest(ENTRIES, TestJournal.KEY),
                TestJournal.KEY);

        assertThat(verify()).isEqualTo(1);
        assertThat(err.toString()).contains("entry 10: TRUNCATED");
    }

    @Test
    void anArchiveOfSomebodyElsesKeyIsNamed() throws IOException {
        SigningKey other = TestJournal.newKey();
        archive(TestJournal.rechained(ENTRIES, 0, other), other);

        assertThat(verify()).isEqualTo(1);
        assertThat(err.toString()).contains("entry 1: RESIGNED");
    }

    @Test
    void aHeadThatWasKeptElsewhereIsHeldAgainstTheArchive() throws IOException {
        archive(ENTRIES, TestJournal.KEY);
        SignedEntry other = TestJournal.next(ENTRIES.subList(0, 7), TestJournal.KEY, TestJournal.payload(99));
        Heads.keep(folder.resolve("heads"), Head.of(Link.after(other), TestJournal.KEY));

        assertThat(verify("--heads", folder.resolve("heads").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("entry 8: REWRITTEN");
    }

    @Test
    void whatIsMissingOrNoArchiveIsSaid() throws IOException {
        assertThat(verify()).isEqualTo(1);
        assertThat(err.toString()).contains("is no archive that can be read");

        Files.delete(folder.resolve("key.pem"));
        assertThat(verify()).isEqualTo(1);
        assertThat(err.toString()).contains("Name the one that you trust: --key FILE");

        assertThat(Brigade.commandLine().setErr(new PrintWriter(err)).execute("verify-journal"))
                .isEqualTo(2);
    }

    private void archive(List<SignedEntry> entries, SigningKey key) throws IOException {
        TestJournal.archive(folder.resolve("archive.zip"), entries, TestJournal.manifest(ENTRIES, key), key);
    }

    private int verify(String... more) {
        var command = Brigade.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        var arguments = new ArrayList<>(List.of(
                "verify-journal",
                folder.resolve("archive.zip").toString(),
                "--key",
                folder.resolve("key.pem").toString()));
        arguments.addAll(List.of(more));
        return command.execute(arguments.toArray(String[]::new));
    }
}
