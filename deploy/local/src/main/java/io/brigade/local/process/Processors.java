package io.brigade.local.process;

import io.brigade.local.install.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps a process that starts beside others at work to half of the processors: a JVM that starts would take all of them,
 * and guests would wait for it. Where that can't be done (no {@code taskset}, which is Linux's, or one processor only) it
 * may use all from the beginning.
 */
public final class Processors {

    private static final String ALLOWED = "Cpus_allowed_list:";

    private Processors() {}

    /** The launch, kept to half of the processors that we may use. */
    public static Launch half(Launch launch) {
        var allowed = allowed();
        var taskset = Tools.find("taskset");
        if (taskset.isEmpty() || allowed.size() < 2) {
            return launch;
        }
        var command =
                new ArrayList<>(List.of(taskset.get().toString(), "-c", list(allowed.subList(0, allowed.size() / 2))));
        command.addAll(launch.command());
        return new Launch(command, launch.environment(), launch.log());
    }

    /** Lets the process use all processors that we may use. */
    public static void all(ProcessHandle process) {
        var allowed = allowed();
        if (allowed.size() > 1) {
            Tools.find("taskset")
                    .ifPresent(taskset -> Shell.run(
                            taskset.toString(), "-a", "-p", "-c", list(allowed), Long.toString(process.pid())));
        }
    }

    /** Numbers of the processors that we may use; none where the system does not tell. */
    private static List<Integer> allowed() {
        try (var status = Files.lines(Path.of("/proc/self/status"))) {
            return status.filter(line -> line.startsWith(ALLOWED))
                    .flatMap(line -> Arrays.stream(
                            line.substring(ALLOWED.length()).strip().split(",", -1)))
                    .flatMap(Processors::range)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Stream<Integer> range(String text) {
        var ends =
                Arrays.stream(text.split("-", -1)).mapToInt(Integer::parseInt).toArray();
        return IntStream.rangeClosed(ends[0], ends[ends.length - 1]).boxed();
    }

    private static String list(List<Integer> processors) {
        return processors.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
