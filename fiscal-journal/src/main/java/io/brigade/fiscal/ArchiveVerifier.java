package io.brigade.fiscal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Verifies an archive with nothing but the archive, the trusted public key and, if there are any, heads. */
public final class ArchiveVerifier {

    private static final int BUFFER = 1 << 16;

    private final TrustedKeys trusted;
    private final Heads heads;

    /** Verifies against a key that did not come with the archive. */
    public ArchiveVerifier(TrustedKeys trusted, Heads heads) {
        this.trusted = trusted;
        this.heads = heads;
    }

    /**
     * Verifies every entry, then that none is missing at the end, then that the files are those that were signed.
     *
     * @throws IOException when it is no zip
     */
    public Verifier.Result verify(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return verify(zip);
        } catch (IllegalArgumentException | MissingFile altered) {
            return altered(new Link(0, null, false, 0, Hash.NONE, Instant.EPOCH), 0);
        }
    }

    private Verifier.Result verify(ZipFile zip) throws IOException {
        String document = text(zip, ArchiveFiles.MANIFEST);
        Manifest manifest = Manifest.read(document);
        Optional<Finding> forged = heads.forged(manifest.chain(), trusted);
        if (forged.isPresent()) {
            return new Verifier.Result(0, manifest.start(), forged.get());
        }
        Verifier.Result entries = entries(zip, manifest);
        if (!entries.ok()) {
            return entries;
        }
        if (entries.last().sequence() < manifest.lastSequence()) {
            return broken(entries, Fault.TRUNCATED);
        }
        boolean sealed = trusted.signed(
                manifest.keyId(), document, text(zip, ArchiveFiles.SIGNATURE).strip());
        return sealed && entries.last().hash().equals(manifest.lastHash()) && unchanged(zip, manifest)
                ? entries
                : altered(entries.last(), entries.checked());
    }

    private Verifier.Result entries(ZipFile zip, Manifest manifest) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(stream(zip, ArchiveFiles.JOURNAL), StandardCharsets.UTF_8), BUFFER)) {
            Iterator<SignedEntry> read =
                    lines.lines().map(ArchiveVerifier::entry).iterator();
            return new Verifier(trusted, enclosed(zip), heads).verify(manifest.start(), read);
        }
    }

    /** A line that is no entry was one before it was changed. */
    private static SignedEntry entry(String line) {
        try {
            return SignedEntry.read(line);
        } catch (IllegalArgumentException unreadable) {
            return new SignedEntry(line, "", "");
        }
    }

    private static TrustedKeys enclosed(ZipFile zip) throws IOException {
        try {
            return TrustedKeys.read(text(zip, ArchiveFiles.KEYS));
        } catch (IllegalArgumentException | MissingFile none) {
            return TrustedKeys.none();
        }
    }

    private static boolean unchanged(ZipFile zip, Manifest manifest) throws IOException {
        for (String name : ArchiveFiles.HASHED) {
            if (!hash(zip, name).equals(manifest.files().get(name))) {
                return false;
            }
        }
        return true;
    }

    private static String hash(ZipFile zip, String name) throws IOException {
        MessageDigest digest = Hash.sha256();
        try (InputStream content = stream(zip, name)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream content = stream(zip, name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new MissingFile(name);
        }
        return zip.getInputStream(entry);
    }

    private static Verifier.Result broken(Verifier.Result entries, Fault fault) {
        Link last = entries.last();
        return new Verifier.Result(entries.checked(), last, new Finding(last.chain(), last.sequence() + 1, fault));
    }

    private static Verifier.Result altered(Link last, long checked) {
        return new Verifier.Result(checked, last, new Finding(last.chain(), last.sequence(), Fault.ARCHIVE_ALTERED));
    }

    private static final class MissingFile extends RuntimeException {
        MissingFile(String name) {
            super(name + " is missing in the archive");
        }
    }
}
