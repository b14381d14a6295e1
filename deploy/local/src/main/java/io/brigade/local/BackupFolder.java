package io.brigade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Backups of one database cluster: whole copies in {@code base}, and in {@code wal} every change since the first of them,
 * compressed, so that the state of any moment can be made again.
 *
 * @param folder of that cluster; may be missing
 */
public record BackupFolder(Path folder) {

    /** Those of all clusters that ever ran with this configuration. */
    static List<BackupFolder> all(Path backups) {
        if (!Files.isDirectory(backups)) {
            return List.of();
        }
        try (var clusters = Files.list(backups)) {
            return clusters.filter(Files::isDirectory).map(BackupFolder::new).toList();
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + backups + ".", e);
        }
    }

    Path base() {
        return folder.resolve("base");
    }

    Path wal() {
        return folder.resolve("wal");
    }

    /** Whole copies, oldest first. */
    List<BaseBackup> complete() {
        if (!Files.isDirectory(base())) {
            return List.of();
        }
        try (var files = Files.list(base())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(BaseBackup.SUFFIX))
                    .map(file -> BaseBackup.read(this, file))
                    .sorted(Comparator.comparing(BaseBackup::ended))
                    .toList();
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + base() + ".", e);
        }
    }

    /**
     * What PostgreSQL does with each file of changes. Nothing before the first backup: without a copy to start from they
     * would be of no use. Afterwards a folder that is away is a failure, so that PostgreSQL keeps its changes until it is
     * back. A file is there whole or not at all, and one that is there is never replaced by another.
     *
     * @param begun file that is there since the first backup
     */
    String archiveCommand(Path begun) {
        return """
                W='%s'; if ! test -d "$W"; then test -e '%s' || exit 0; echo "The backups are away: $W" >&2; exit 1; fi; \
                if test -f "$W/%%f.gz"; then gzip -dc "$W/%%f.gz" | cmp -s - "%%p"; \
                else gzip -1 -c "%%p" > "$W/%%f.part" && sync "$W/%%f.part" && mv "$W/%%f.part" "$W/%%f.gz" \
                && sync "$W"; fi""".formatted(quoted(wal()), quoted(begun));
    }

    /**
     * How PostgreSQL gets a file of changes back: from here, or from the data folder of the server that was to send it.
     *
     * @param former data folder that may hold what was not archived any more
     */
    String restoreCommand(Path former) {
        return """
                if test -f '%1$s/%%f.gz'; then gzip -dc '%1$s/%%f.gz' > "%%p"; else cp '%2$s/pg_wal/%%f' "%%p"; fi""".formatted(quoted(wal()), quoted(former));
    }

    /** For the shell, between single quotes; a percent sign would mean something to PostgreSQL. */
    private static String quoted(Path path) {
        return path.toString().replace("%", "%%").replace("'", "'\\''");
    }
}
