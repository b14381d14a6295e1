package io.brigade.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * What the build made of a service. Instances run from a copy, because a build that replaces jars under a running JVM
 * crashes it.
 */
final class ServiceArtefact {

    private final ServiceName service;
    private final Path built;
    private final Path copies;

    ServiceArtefact(ServiceName service, Path repository, StateFolder state) {
        this.service = service;
        this.built = repository.resolve(service.lower() + "-service/target/quarkus-app");
        this.copies = state.apps().resolve(service.lower());
    }

    /** Fails with the remedy when the service is not built. */
    void requireBuilt() {
        if (!Files.isRegularFile(built.resolve("quarkus-run.jar"))) {
            throw new SuiteException(service.lower() + "-service is not built: " + built
                    + " is missing. Build with: mvn -DskipTests package");
        }
    }

    /** Changes with every build that changed a file. */
    String version() {
        requireBuilt();
        var checksum = new CRC32();
        try (var files = Files.walk(built)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var line = built.relativize(file) + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
                checksum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + built + ".", e);
        }
        return Long.toHexString(checksum.getValue());
    }

    /** Copies that version unless it is there, and returns the jar to run. */
    Path deploy(String version) {
        var copy = copies.resolve(version);
        try {
            if (!Files.exists(copy)) {
                var draft = copies.resolve(version + ".new");
                StateFolder.deleteTree(draft);
                copyTree(draft);
                Files.move(draft, copy);
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot copy " + built + " to " + copies + ".", e);
        }
        return copy.resolve("quarkus-run.jar");
    }

    /** Removes copies of other versions; call it when no instance runs from them. */
    void removeAllBut(String version) {
        try (var all = Files.list(copies)) {
            for (var other : all.filter(copy -> !copy.getFileName().toString().equals(version))
                    .toList()) {
                StateFolder.deleteTree(other);
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot remove old copies in " + copies + ".", e);
        }
    }

    private void copyTree(Path target) throws IOException {
        try (var files = Files.walk(built)) {
            for (var file : files.toList()) {
                var copy = target.resolve(built.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
