package io.brigade.menu.carte;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The carte of one version as it goes over the wire, made ready once: as it is, and as gzip (RFC 1952). */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed: the bytes go to the wire as they are
record CachedCarte(long version, byte[] plain, byte[] gzip) {

    static CachedCarte of(long version, String json) {
        byte[] plain = json.getBytes(StandardCharsets.UTF_8);
        return new CachedCarte(version, plain, compress(plain));
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return compressed.toByteArray();
    }
}
