package io.brigade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Data that something else takes the place of: they are kept beside it, because a person decides whether they may go. */
final class SetAside {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private static final Pattern ASIDE = Pattern.compile(".+\\.[a-z-]+-\\d{8}T\\d{6}Z");

    private SetAside() {}

    /** Renames the folder, such as {@code primary.lost-20260131T203000Z}; empty when there is none. */
    static Optional<Path> of(Path folder, String why) {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        var aside = folder.resolveSibling(folder.getFileName() + "." + why + "-" + now());
        try {
            return Optional.of(Files.move(folder, aside));
        } catch (IOException e) {
            throw new SuiteException("Cannot move " + folder + " to " + aside + ".", e);
        }
    }

    /** All that stands aside in the folder. */
    static List<Path> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> ASIDE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + folder + ".", e);
        }
    }

    /** This moment, to the second, as a name. */
    static String now() {
        return ZonedDateTime.now(ZoneOffset.UTC).format(MOMENT);
    }
}
