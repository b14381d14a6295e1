package io.brigade.local.secrets;

import io.brigade.local.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file that only its owner reads, and that is complete or absent, never half written. */
final class SecretFile {

    private SecretFile() {}

    /** Content of the file; when there is none yet, it is made. */
    static String readOrCreate(Path file, Supplier<String> content) {
        if (!Files.exists(file)) {
            write(file, content.get());
        }
        return read(file);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + file + ".", e);
        }
    }

    /** Takes the other's place, at once. */
    static void replace(Path file, Path other) {
        try {
            Files.move(file, other, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SuiteException("Cannot replace " + other + ".", e);
        }
    }

    static void write(Path file, String content) {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "draft", "", ownerOnly);
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SuiteException("Cannot write " + file + ".", e);
        }
    }
}
