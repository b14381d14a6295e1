package io.brigade.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells a process from another that later got the same number: on Linux the boot and the clock tick in which it began,
 * elsewhere its start time.
 *
 * @param value equal for the same process only
 */
record ProcessIdentity(String value) {

    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int SESSION = 3;
    private static final int START_TICKS = 19;

    /** Identity of a live process; empty when there is none with that number, or only a zombie. */
    static Optional<ProcessIdentity> of(long pid) {
        if (!Files.exists(PROC.resolve("self/stat"))) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(start -> new ProcessIdentity(start.toString()));
        }
        return stat(pid)
                .filter(fields -> !"ZX".contains(fields.get(STATE)))
                .map(fields -> new ProcessIdentity(boot() + ":" + fields.get(START_TICKS)));
    }

    /** Number of the session that the process belongs to. */
    static Optional<Long> session(long pid) {
        return stat(pid).map(fields -> Long.parseLong(fields.get(SESSION)));
    }

    /** Fields of /proc/PID/stat after the command, which is in brackets and may itself contain brackets and blanks. */
    private static Optional<List<String>> stat(long pid) {
        try {
            var line = Files.readString(PROC.resolve(pid + "/stat"));
            var fields = line.substring(line.lastIndexOf(')') + 1).strip();
            return Optional.of(List.of(fields.split("\\s+", -1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String boot() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "boot";
        }
    }
}
