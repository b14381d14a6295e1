package io.brigade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;

/**
 * A whole copy of the databases.
 *
 * @param folder where the cluster's backups are
 * @param name by which it is asked for
 * @param ended from when on it can be brought to any moment
 */
public record BaseBackup(BackupFolder folder, String name, Instant ended) {

    static final String SUFFIX = ".properties";

    /** The copy. */
    public Path data() {
        return folder.base().resolve(name);
    }

    static BaseBackup read(BackupFolder folder, String file) {
        var facts = new Properties();
        try (var in = Files.newInputStream(folder.base().resolve(file))) {
            facts.load(in);
            return new BaseBackup(
                    folder,
                    file.substring(0, file.length() - SUFFIX.length()),
                    Instant.parse(facts.getProperty("ended", "")));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new SuiteException("Cannot read " + file + ".", e);
        }
    }

    /** It counts as complete from now on. */
    void write() {
        MonitoringTool.write(folder.base(), name + SUFFIX, "ended=" + ended + "\n");
    }

    /** First file of changes that it needs. */
    String firstWal() {
        try {
            return Files.readString(data().resolve("backup_label"))
                    .lines()
                    .filter(line -> line.startsWith("START WAL LOCATION:"))
                    .map(line -> line.replaceAll(".*\\(file ([0-9A-F]+)\\).*", "$1"))
                    .findFirst()
                    .orElseThrow(() -> new SuiteException(data() + " does not tell where it begins."));
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + data() + ".", e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(folder.base().resolve(name + SUFFIX));
            StateFolder.deleteTree(data());
        } catch (IOException e) {
            throw new SuiteException("Cannot remove " + data() + ".", e);
        }
    }
}
