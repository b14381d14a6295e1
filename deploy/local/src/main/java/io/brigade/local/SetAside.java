package io.brigade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Data that something else takes the place of: they are kept beside it, because a person decides whether they may go. */
final class SetAside {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

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

    /** This moment, to the second, as a name. */
    static String now() {
        return ZonedDateTime.now(ZoneOffset.UTC).format(MOMENT);
    }
}
