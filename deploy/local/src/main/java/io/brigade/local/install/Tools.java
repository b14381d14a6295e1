package io.brigade.local.install;

import io.brigade.local.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs, also where a plain user's PATH does not look. */
public final class Tools {

    private static final String SYSTEM_FOLDERS =
            "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin:/opt/homebrew/bin";
    private static final Path DEBIAN_POSTGRES = Path.of("/usr/lib/postgresql");
    private static final Comparator<Path> BY_VERSION = Comparator.comparingInt(
            version -> Integer.parseInt(version.getFileName().toString()));

    private Tools() {}

    /** The program's path. */
    public static Optional<Path> find(String program) {
        var folders = System.getenv().getOrDefault("PATH", "") + ":" + SYSTEM_FOLDERS;
        return Arrays.stream(folders.split(":", -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Folder of a full PostgreSQL installation (server, initdb, pg_basebackup, psql): the newest one. */
    public static Optional<Path> postgres() {
        return debianPostgres().reduce((older, newer) -> newer).or(Tools::postgresOnPath);
    }

    /** Folder of a full PostgreSQL installation of that major version, such as {@code 15}. */
    public static Optional<Path> postgres(String major) {
        return debianPostgres()
                .filter(bin -> bin.equals(DEBIAN_POSTGRES.resolve(major).resolve("bin")))
                .findFirst()
                .or(() -> postgresOnPath()
                        .filter(bin -> Shell.run(bin.resolve("postgres").toString(), "--version")
                                .output()
                                .contains(" " + major + ".")));
    }

    /** Whether we are the superuser, who may install packages but may not run PostgreSQL. */
    public static boolean isRoot() {
        return "0".equals(Shell.run("id", "-u").output().strip());
    }

    private static Stream<Path> debianPostgres() {
        try (var versions = Files.list(DEBIAN_POSTGRES)) {
            return versions
                    .filter(version -> version.getFileName().toString().matches("\\d+"))
                    .sorted(BY_VERSION)
                    .map(version -> version.resolve("bin"))
                    .filter(Tools::isFull)
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Path> postgresOnPath() {
        return find("postgres").map(Path::getParent).filter(Tools::isFull);
    }

    private static boolean isFull(Path bin) {
        return Stream.of("postgres", "initdb", "pg_basebackup", "pg_isready", "psql")
                .allMatch(program -> Files.isExecutable(bin.resolve(program)));
    }
}
