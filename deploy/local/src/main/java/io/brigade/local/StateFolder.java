package io.brigade.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where everything lives that a running suite writes: data, logs, pid files, configuration, secrets.
 *
 * @param root the folder itself
 */
public record StateFolder(Path root) {

    private static final List<String> OURS =
            List.of("apps", "fiscal-heads", "gateway", "logs", "observability", "postgres", "redis", "run", "secrets");

    /** The folder as an absolute path. */
    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Creates the folder; only its owner reads the secrets. */
    public void create() {
        try {
            Files.createDirectories(root);
            for (var name : OURS) {
                Files.createDirectories(root.resolve(name));
            }
            Files.createDirectories(figures());
            Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new SuiteException(
                    "Cannot write in the state folder " + root + " (" + e.getMessage()
                            + "). Make it writable, or name another: BRIGADE_HOME=/some/folder ./brigade up",
                    e);
        }
    }

    /** Copies of the built services that instances run from. */
    public Path apps() {
        return root.resolve("apps");
    }

    /** How far the fiscal journals had come, day by day. */
    public Path fiscalHeads() {
        return root.resolve("fiscal-heads");
    }

    /** NGINX's prefix: its configuration, pid file and temporary files. */
    public Path gateway() {
        return root.resolve("gateway");
    }

    /** One log file per component. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** One folder for each tool that watches the suite: its configuration, and what it has measured. */
    public Path observability() {
        return root.resolve("observability");
    }

    /** What is measured by commands that come and go, for Prometheus. */
    public Path figures() {
        return observability().resolve("figures");
    }

    /** PostgreSQL's two data folders. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Redis' append-only file and configuration. */
    public Path redis() {
        return root.resolve("redis");
    }

    /** Pid files. */
    public Path run() {
        return root.resolve("run");
    }

    /** Passwords, keys and the certificate. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Log file of the component with that name. */
    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    /** Removes what {@link #create} made and what components wrote there, and nothing else that may lie beside it. */
    public void wipe() {
        try {
            for (var name : OURS) {
                deleteTree(root.resolve(name));
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot remove " + e.getMessage() + ".", e);
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
