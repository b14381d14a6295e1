package io.brigade.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to start.
 *
 * @param command program and arguments
 * @param environment variables in addition to our own
 * @param log file to which its output is appended
 */
public record Launch(List<String> command, Map<String, String> environment, Path log) {

    /** Defensive copies. */
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
