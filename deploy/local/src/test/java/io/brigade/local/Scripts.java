package io.brigade.local;

import io.brigade.local.process.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The scripts of images and of Compose, run as they are. */
final class Scripts {

    static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();

    private Scripts() {}

    static Shell.Result run(Path script, Map<String, String> variables, Object... arguments) {
        var command = new ArrayList<>(List.of(script.toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return Shell.run(variables, command);
    }
}
