package io.brigade.local.process;

import io.brigade.local.SuiteException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs a program to its end and collects what it wrote. */
public final class Shell {

    private Shell() {}

    /**
     * What came of it.
     *
     * @param exitCode 0 when it went well
     * @param output standard output and errors together
     */
    public record Result(int exitCode, String output) {

        /** Whether it went well. */
        public boolean ok() {
            return exitCode == 0;
        }

        /** The output, or an exception that says what failed. */
        public String orFail(String what) {
            if (!ok()) {
                throw new SuiteException(what + ":\n" + output.strip().indent(4));
            }
            return output;
        }
    }

    /** Runs the program. */
    public static Result run(String... command) {
        return run(Map.of(), List.of(command));
    }

    /** Runs the program with variables in addition to our own; passwords belong there and not among the arguments. */
    public static Result run(Map<String, String> environment, List<String> command) {
        return run(environment, command, "");
    }

    /** Runs the program and writes the text to its standard input. */
    public static Result run(Map<String, String> environment, List<String> command, String input) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            } catch (IOException e) {
                // A program that exits without reading its input tells why in its output.
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(127, command.getFirst() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("Interrupted while " + command.getFirst() + " was running.", e);
        }
    }
}
