package io.brigade.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One of the monitoring tools' own checkers. */
public final class Program {

    private final String name;

    /** The program with that name on PATH. */
    public Program(String name) {
        this.name = name;
    }

    /** Runs it to its end, fails unless it exits with 0, and returns what it wrote. */
    public String accepts(Object... arguments) throws IOException, InterruptedException {
        assertThat(isInstalled())
                .as(name + " is on PATH. Install it: ./brigade prerequisites")
                .isTrue();
        List<String> command = new ArrayList<>(List.of(name));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
        return output;
    }

    private boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
