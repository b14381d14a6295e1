package io.brigade.local;

import io.brigade.local.process.Launch;
import io.brigade.local.process.LogLine;
import io.brigade.local.process.LogTail;
import io.brigade.local.process.Patience;
import io.brigade.local.process.PortOwner;
import io.brigade.local.process.TrackedProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A component that is a process on this machine. */
abstract class ProcessComponent implements Component {

    private static final int SHOWN_LOG_LINES = 30;

    private final String name;
    private final Path log;
    private final TrackedProcess process;

    ProcessComponent(String name, StateFolder state, Path folder) {
        this.name = name;
        this.log = state.log(name);
        this.process = new TrackedProcess(state.run().resolve(name + ".pid"), folder);
    }

    /** Ports that must be free before it starts. */
    abstract List<Integer> ports();

    /** Writes its configuration and tells how to start it. */
    abstract Launch prepare();

    /** Whether whoever listens on its port does its work; asked only while the process runs. */
    abstract boolean answers();

    /** How long it may take to become ready. */
    Duration patience() {
        return Duration.ofSeconds(30);
    }

    /** Signal that asks it to exit in good order. */
    String stopSignal() {
        return "TERM";
    }

    /** How long it may take to exit before it is killed. */
    Duration stopPatience() {
        return Duration.ofSeconds(20);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public int port() {
        return ports().getFirst();
    }

    @Override
    public final Path log() {
        return log;
    }

    @Override
    public final Optional<ProcessHandle> process() {
        return process.running();
    }

    @Override
    public final boolean isReady() {
        return process.running().isPresent() && answers();
    }

    @Override
    public void start() {
        awaitReady(begin());
    }

    /** Starts the process unless it runs, and does not wait; returns what it writes from now on. */
    final LogTail begin() {
        if (process.running().isPresent()) {
            return new LogTail(log);
        }
        var launch = prepare();
        requireFreePorts();
        var output = new LogTail(log);
        process.launch(launch);
        return output;
    }

    @Override
    public void stop() {
        process.stop(stopSignal(), stopPatience());
    }

    @Override
    public final void kill() {
        process.kill();
    }

    final void signal(String signal) {
        process.signal(signal);
    }

    /** Names the first port that someone else holds. A port of a process that has just died may take a moment. */
    final void requireFreePorts() {
        process.endOrphans();
        for (var port : ports()) {
            if (!Patience.until(Duration.ofMillis(500), () -> PortOwner.isFree(port))) {
                throw new SuiteException("Port " + port + ", which " + name + " needs, is taken by "
                        + PortOwner.describe(port)
                        + ".\nStop that, or shift all ports: BRIGADE_PORT_OFFSET=10000 ./brigade up");
            }
        }
    }

    /** Returns when it is ready; one that does not get there is ended, and its last words are told. */
    final void awaitReady(LogTail output) {
        Patience.until(patience(), () -> process.running().isEmpty() || isReady());
        if (isReady()) {
            return;
        }
        var died = process.running().isEmpty();
        process.kill();
        throw new SuiteException((died
                        ? name + " exited while starting."
                        : name + " was not ready within " + patience().toSeconds() + " s.")
                + lastWords(output));
    }

    private String lastWords(LogTail output) {
        var lines = output.newLines();
        if (lines.isEmpty()) {
            return " It wrote nothing to " + log + ".";
        }
        return " Its last lines, from " + log + ":\n" + readable(lines).indent(4);
    }

    private static String readable(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()).stream()
                .map(LogLine::readable)
                .collect(Collectors.joining("\n"));
    }
}
