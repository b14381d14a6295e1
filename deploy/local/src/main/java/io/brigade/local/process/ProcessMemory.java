package io.brigade.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Memory that a process and its children really occupy. */
public final class ProcessMemory {

    private ProcessMemory() {}

    /** Resident megabytes; pages shared between processes are counted once where the kernel tells (PSS). */
    public static OptionalLong megabytes(ProcessHandle process) {
        var kilobytes = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(member -> kilobytes(member.pid()))
                .sum();
        return kilobytes == 0 ? OptionalLong.empty() : OptionalLong.of(Math.round(kilobytes / 1024.0));
    }

    private static long kilobytes(long pid) {
        var folder = Path.of("/proc", Long.toString(pid));
        return field(folder.resolve("smaps_rollup"), "Pss:")
                .orElseGet(() -> field(folder.resolve("status"), "VmRSS:").orElseGet(() -> fromPs(pid)));
    }

    private static OptionalLong field(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    private static long fromPs(long pid) {
        var output =
                Shell.run("ps", "-o", "rss=", "-p", Long.toString(pid)).output().strip();
        return output.matches("\\d+") ? Long.parseLong(output) : 0;
    }
}
