package io.brigade.local.cli;

import io.brigade.local.Component;
import io.brigade.local.process.ProcessMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows each component. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show each component's process, port, readiness, memory and uptime. Exits with 1 when one is not"
                + " ready.")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "  %-17s %-9s %-7s %-6s %9s  %s%n";

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var suite = brigade.suite();
        out.printf(ROW, "COMPONENT", "STATE", "PID", "PORT", "MEMORY MB", "UPTIME");
        var allReady = true;
        var megabytes = 0L;
        for (var component : suite.components()) {
            var ready = component.isReady();
            allReady &= ready;
            var memory = component.process().map(ProcessMemory::megabytes);
            megabytes += memory.map(known -> known.orElse(0)).orElse(0L);
            out.printf(
                    ROW,
                    component.name(),
                    state(component, ready),
                    component.pid().map(Object::toString).orElse("-"),
                    component.port(),
                    memory.filter(known -> known.isPresent())
                            .map(known -> Long.toString(known.getAsLong()))
                            .orElse("-"),
                    uptime(component));
        }
        out.printf(ROW, "", "", "", "all", megabytes, "");
        suite.standingAside().forEach(path -> out.printf("  stays until you remove it: %s%n", path));
        out.flush();
        return allReady ? 0 : 1;
    }

    private static String state(Component component, boolean ready) {
        if (component.isExternal()) {
            return ready ? "external" : "ext. down";
        }
        if (component.process().isEmpty()) {
            return "down";
        }
        return ready ? "ready" : "not ready";
    }

    private static String uptime(Component component) {
        return component
                .process()
                .flatMap(process -> process.info().startInstant())
                .map(start -> Duration.between(start, Instant.now()))
                .map(up -> up.toHours() > 0
                        ? String.format(Locale.ROOT, "%d h %02d min", up.toHours(), up.toMinutesPart())
                        : String.format(Locale.ROOT, "%d min %02d s", up.toMinutes(), up.toSecondsPart()))
                .orElse("-");
    }
}
