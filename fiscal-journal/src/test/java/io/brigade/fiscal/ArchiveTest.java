package io.brigade.fiscal;

import static io.brigade.fiscal.TestJournal.CHAIN;
import static io.brigade.fiscal.TestJournal.KEY;
import static io.brigade.fiscal.TestJournal.TRUSTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveTest {

    private static final List<SignedEntry> ALL = TestJournal.ofLength(20);
    private static final List<SignedEntry> PERIOD = ALL.subList(5, 15);
    private static final Manifest MANIFEST = TestJournal.manifest(PERIOD, KEY);

    @TempDir
    Path folder;

    @Test
    void aWholeArchiveIsInOrder() throws IOException {
        Verifier.Result result = verify(archive(PERIOD, MANIFEST, KEY));

        assertThat(result.broken()).isNull();
        assertThat(result.checked()).isEqualTo(10);
    }

    @Test
    void anArchiveOfAPeriodWithoutEntriesIsInOrder() throws IOException {
        Manifest empty = new Manifest(
                CHAIN,
                null,
                false,
                MANIFEST.from(),
                MANIFEST.to(),
                MANIFEST.madeAt(),
                1,
                0,
                Hash.NONE,
                Hash.NONE,
                "brigade 2.0.0",
                KEY.id(),
                Map.of());

        assertThat(verify(archive(List.of(), empty, KEY)).broken()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyTamperingWithinAnArchiveIsNamed(Tampering tampering) throws IOException {
        List<SignedEntry> tampered = tampering.apply(ALL, 9).subList(5, 15);

        assertThat(verify(archive(tampered, MANIFEST, KEY)).broken()).isEqualTo(tampering.finding(9));
    }

    @Test
    void anArchiveThatSomebodyMadeAnewWithAKeyOfTheirOwnIsNamed() throws IOException {
        List<SignedEntry> forged = TestJournal.rechained(ALL, 0, Tampering.OTHER_KEY);
        Path archive = archive(forged, TestJournal.manifest(forged, Tampering.OTHER_KEY), Tampering.OTHER_KEY);

        assertThat(verify(archive).broken()).isEqualTo(new Finding(CHAIN, 1, Fault.RESIGNED));
    }

    @Test
    void anArchiveWithoutItsEndIsNamed() throws IOException {
        assertThat(verify(archive(PERIOD.subList(0, 7), MANIFEST, KEY)).broken())
                .isEqualTo(new Finding(CHAIN, 13, Fault.TRUNCATED));
    }

    @Test
    void anEndThatIsMissingInTheManifestTooIsNamed() throws IOException {
        List<SignedEntry> fewer = PERIOD.subList(0, 7);
        Path archive = archive(fewer, TestJournal.manifest(fewer, KEY), Tampering.OTHER_KEY);

        assertThat(verify(archive).broken()).isEqualTo(new Finding(CHAIN, 12, Fault.ARCHIVE_ALTERED));
    }

    @Test
    void aTableThatTellsSomethingElseIsNamed() throws IOException {
        Path archive = archive(PERIOD, MANIFEST, KEY);
        replaceIn(archive, ArchiveFiles.TABLE, "Inès", "Jean");

        assertThat(verify(archive).broken()).isEqualTo(new Finding(CHAIN, 15, Fault.ARCHIVE_ALTERED));
    }

    @Test
    void anArchiveWithoutAFileOrWithRubbishIsNamed() throws IOException {
        for (String name :
                List.of(ArchiveFiles.MANIFEST, ArchiveFiles.SIGNATURE, ArchiveFiles.JOURNAL, ArchiveFiles.TABLE)) {
            Path archive = archive(PERIOD, MANIFEST, KEY);
            try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of())) {
                Files.delete(zip.getPath(name));
            }
            assertThat(verify(archive).broken().fault()).as(name).isEqualTo(Fault.ARCHIVE_ALTERED);
        }
    }

    @Test
    void aHeadThatWasKeptContradictsAnArchiveOfARestoredCopy() throws IOException {
        List<SignedEntry> other = new ArrayList<>(ALL.subList(0, 7));
        while (other.size() < 11) {
            other.add(TestJournal.next(other, KEY, TestJournal.payload(99)));
        }
        Verifier.Result result = new ArchiveVerifier(TRUSTED, Heads.of(Head.of(Link.after(other.get(10)), KEY)))
                .verify(archive(PERIOD, MANIFEST, KEY));

        assertThat(result.broken()).isEqualTo(new Finding(CHAIN, 11, Fault.REWRITTEN));
    }

    @Test
    void theTableOpensInASpreadsheetAndRunsNothingThere() throws IOException {
        Entry entry = TestJournal.entry(1, Hash.NONE, KEY, TestJournal.payload(1));
        Entry formula = new Entry(
                CHAIN,
                null,
                false,
                1,
                "CASH",
                entry.occurredAt(),
                entry.recordedAt(),
                "=HYPERLINK(1)",
                new Entry.Operator(4, "Zoé; \"Zo\""),
                "brigade 2.0.0",
                entry.payload(),
                Hash.NONE,
                KEY.id());
        Path archive = archive(List.of(SignedEntry.of(formula, KEY)), MANIFEST, KEY);

        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            List<String> lines = Files.readAllLines(zip.getPath(ArchiveFiles.TABLE));
            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst()).startsWith("\uFEFFnumero;nature;");
            assertThat(lines.get(1))
                    .startsWith("1;CASH;2026-11-23T11:00:59.000000Z;2026-11-23T11:01:00.000000Z;"
                            + "'=HYPERLINK(1);4;\"Zoé; \"\"Zo\"\"\";;non;brigade 2.0.0;")
                    .contains("\"{\"\"lines\"\":[{\"\"name\"\":\"\"Entrecôte\"\"}]");
        }
    }

    private Path archive(List<SignedEntry> entries, Manifest manifest, SigningKey key) throws IOException {
        Path file = folder.resolve("archive.zip");
        TestJournal.archive(file, entries, manifest, key);
        return file;
    }

    private static Verifier.Result verify(Path archive) throws IOException {
        return new ArchiveVerifier(TRUSTED, Heads.of()).verify(archive);
    }

    private static void replaceIn(Path archive, String name, String old, String text) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            Path draft = Files.createTempFile("draft", "");
            Files.writeString(draft, Files.readString(zip.getPath(name)).replace(old, text));
            Files.move(draft, zip.getPath(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
