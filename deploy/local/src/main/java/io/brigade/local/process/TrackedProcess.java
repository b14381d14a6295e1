package io.brigade.local.process;

import io.brigade.local.SuiteException;
import io.brigade.local.install.Tools;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process that outlives us: started in a session of its own, found again by its pid file, and never confused with
 * another one that was given the same number later.
 */
public final class TrackedProcess {

    private static final long LARGEST_LOG = 20L << 20;
    private static final Duration DEATH = Duration.ofSeconds(10);

    private final Path pidFile;
    private final Path folder;

    /** The process that the file tells of, working in that folder. */
    public TrackedProcess(Path pidFile, Path folder) {
        this.pidFile = pidFile;
        this.folder = folder;
    }

    /** The process, when it is alive and the one that we started. */
    public Optional<ProcessHandle> running() {
        return recorded()
                .filter(known -> ProcessIdentity.of(known.pid())
                        .map(identity -> identity.equals(known.identity()))
                        .orElse(false))
                .flatMap(known -> ProcessHandle.of(known.pid()));
    }

    /** Starts the program detached from our terminal and records it. */
    public void launch(Launch launch) {
        try {
            rotate(launch.log());
            var command = new ArrayList<String>();
            Tools.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
            command.addAll(launch.command());
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            builder.environment().putAll(launch.environment());
            record(builder.start().pid());
        } catch (IOException e) {
            throw new SuiteException("Cannot start " + launch.command().getFirst() + ": " + e.getMessage() + ".", e);
        }
    }

    /** Sends the signal, waits, and kills what has not gone by then. */
    public void stop(String signal, Duration patience) {
        running().ifPresent(process -> {
            signal(process, signal);
            if (!Patience.until(patience, () -> running().isEmpty())) {
                kill();
            }
        });
        forget();
    }

    /** Sends the signal, such as {@code HUP}. */
    public void signal(String signal) {
        running().ifPresent(process -> signal(process, signal));
    }

    /** Kills the process and its children with SIGKILL and returns when they are gone. */
    public void kill() {
        running().ifPresent(process -> {
            var family =
                    Stream.concat(Stream.of(process), process.descendants()).toList();
            family.forEach(ProcessHandle::destroyForcibly);
            Patience.until(DEATH, () -> family.stream()
                    .allMatch(member -> ProcessIdentity.of(member.pid()).isEmpty()));
        });
        forget();
    }

    /**
     * Ends workers whose master was killed by someone else: they keep its ports. They are told by the session, which was
     * the master's own, and by the folder they work in.
     */
    public void endOrphans() {
        recorded().filter(known -> running().isEmpty()).ifPresent(known -> {
            List<ProcessHandle> orphans = ProcessHandle.allProcesses()
                    .filter(process -> ProcessIdentity.session(process.pid())
                            .map(session -> session == known.pid())
                            .orElse(false))
                    .filter(process -> worksInFolder(process))
                    .toList();
            orphans.forEach(ProcessHandle::destroyForcibly);
            Patience.until(DEATH, () -> orphans.stream()
                    .allMatch(orphan -> ProcessIdentity.of(orphan.pid()).isEmpty()));
        });
    }

    private boolean worksInFolder(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static void signal(ProcessHandle process, String signal) {
        Shell.run("kill", "-s", signal, Long.toString(process.pid()));
    }

    private void record(long pid) throws IOException {
        var identity = ProcessIdentity.of(pid).map(ProcessIdentity::value).orElse("gone");
        var draft = pidFile.resolveSibling(pidFile.getFileName() + ".new");
        Files.writeString(draft, pid + " " + identity + "\n");
        Files.move(draft, pidFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<Known> recorded() {
        try {
            var words = Files.readString(pidFile).strip().split(" ", 2);
            return Optional.of(new Known(Long.parseLong(words[0]), new ProcessIdentity(words[1])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new SuiteException("Cannot remove " + pidFile + ".", e);
        }
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private record Known(long pid, ProcessIdentity identity) {}
}
