package io.brigade.local.cli;

import io.brigade.local.SuiteException;
import io.brigade.local.process.LogLine;
import io.brigade.local.process.LogTail;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the end of logs. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Show the last lines of one component's log, or of all.")
final class LogsCommand implements Callable<Integer> {

    private static final long PAUSE_MILLIS = 200;

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "COMPONENT",
            description = "Such as orders-1, postgres, gateway-access, gateway-error; all when not given.")
    private String component;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "20",
            description = "How many lines of each (20).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing new lines until Ctrl-C.")
    private boolean follow;

    @Option(names = "--raw", description = "Show lines as they are in the file, for tools; services write JSON.")
    private boolean raw;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var logs = selected(brigade.suite().logs());
        var tails = new LinkedHashMap<String, LogTail>();
        logs.forEach((name, file) -> {
            tails.put(name, new LogTail(file));
            print(out, logs.size() > 1, name, LogTail.lastLines(file, lines));
        });
        while (follow) {
            tails.forEach((name, tail) -> print(out, logs.size() > 1, name, tail.newLines()));
            Thread.sleep(PAUSE_MILLIS);
        }
        return 0;
    }

    private Map<String, Path> selected(Map<String, Path> logs) {
        if (component == null) {
            return logs;
        }
        var chosen = new LinkedHashMap<>(logs);
        chosen.keySet().removeIf(name -> !name.equals(component) && !name.matches(component + "-\\d"));
        if (chosen.isEmpty()) {
            throw new SuiteException(
                    "There is no log «" + component + "». There are: " + String.join(", ", logs.keySet()) + ".");
        }
        return chosen;
    }

    private void print(PrintWriter out, boolean several, String name, List<String> newLines) {
        newLines.stream()
                .map(line -> raw ? line : LogLine.readable(line))
                .map(line -> several ? String.format("%-17s %s", name, line) : line)
                .forEach(out::println);
        out.flush();
    }
}
