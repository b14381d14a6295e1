package io.brigade.fiscal;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive entry by entry; holds none of them in memory. The same entries always give the same files. */
public final class ArchiveWriter implements Closeable {

    private final ZipOutputStream zip;
    private final LocalDateTime fileTime;
    private final Map<String, String> hashes = new TreeMap<>();
    private final MessageDigest journalHash = Hash.sha256();
    private final MessageDigest tableHash = Hash.sha256();
    private final Path tableDraft;
    private final OutputStream table;

    /** Begins an archive; the stream is closed with it. */
    public ArchiveWriter(OutputStream out, Instant madeAt) throws IOException {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.fileTime = LocalDateTime.ofInstant(madeAt, ZoneOffset.UTC);
        this.tableDraft = Files.createTempFile("journal", ".csv");
        this.table = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(tableDraft)), tableHash);
        begin(ArchiveFiles.JOURNAL);
        table.write(CanonicalJson.utf8(CsvLine.HEADINGS));
    }

    /** Adds the next entry. */
    public void add(SignedEntry entry) throws IOException {
        byte[] line = CanonicalJson.utf8(entry.line() + "\n");
        journalHash.update(line);
        zip.write(line);
        table.write(CanonicalJson.utf8(CsvLine.of(entry)));
    }

    /** Ends the list of entries; the hashes of all files that the manifest has to name. */
    public Map<String, String> files(String publicKeysPem) throws IOException {
        zip.closeEntry();
        hashes.put(ArchiveFiles.JOURNAL, HexFormat.of().formatHex(journalHash.digest()));
        table.close();
        hashes.put(ArchiveFiles.TABLE, HexFormat.of().formatHex(tableHash.digest()));
        begin(ArchiveFiles.TABLE);
        Files.copy(tableDraft, zip);
        zip.closeEntry();
        hashed(ArchiveFiles.README, readme());
        hashed(ArchiveFiles.KEYS, CanonicalJson.utf8(publicKeysPem));
        return Map.copyOf(hashes);
    }

    /** Puts the manifest in: the last thing. */
    public void seal(String manifest, String signature) throws IOException {
        put(ArchiveFiles.MANIFEST, CanonicalJson.utf8(manifest));
        put(ArchiveFiles.SIGNATURE, CanonicalJson.utf8(signature + "\n"));
    }

    @Override
    public void close() throws IOException {
        table.close();
        Files.deleteIfExists(tableDraft);
        zip.close();
    }

    private void hashed(String name, byte[] content) throws IOException {
        hashes.put(name, Hash.of(content));
        put(name, content);
    }

    private void put(String name, byte[] content) throws IOException {
        begin(name);
        zip.write(content);
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(fileTime);
        zip.putNextEntry(entry);
    }

    private static byte[] readme() {
        try (InputStream text = ArchiveWriter.class.getResourceAsStream(ArchiveFiles.README)) {
            if (text == null) {
                throw new IllegalStateException(ArchiveFiles.README + " is missing in the program");
            }
            return text.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
