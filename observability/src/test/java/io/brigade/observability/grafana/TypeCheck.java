package io.brigade.observability.grafana;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code grafana/types/check.js} with its two packages, installed in a folder of the build as their lock file says. */
final class TypeCheck {

    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "types/check.js", "types/dashboard.ts");
    private static final Path INSTALLED_LOCK = Path.of("node_modules", "installed-from.json");

    private final Path home;

    private TypeCheck(Path home) {
        this.home = home;
    }

    /** How the check ended and what it printed. */
    record Result(int exit, String output) {}

    static TypeCheck installedIn(Path home, Path sources) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("types"));
        for (var file : FILES) {
            Files.copy(sources.resolve(file), home.resolve(file), REPLACE_EXISTING);
        }
        var lock = home.resolve("package-lock.json");
        var installed = home.resolve(INSTALLED_LOCK);
        if (!Files.exists(installed) || Files.mismatch(lock, installed) >= 0) {
            var npm = run(home, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
            if (npm.exit() != 0) {
                throw new IllegalStateException("npm could not install the type check's packages: " + npm.output());
            }
            Files.copy(lock, installed, REPLACE_EXISTING);
        }
        return new TypeCheck(home);
    }

    /** What is found in the dashboards of that folder. */
    Result of(Path dashboards) throws IOException, InterruptedException {
        return run(home, "node", "types/check.js", dashboards.toAbsolutePath().toString());
    }

    private static Result run(Path folder, String... command) throws IOException, InterruptedException {
        var process = start(folder, command);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " does not end");
        }
        return new Result(process.exitValue(), output);
    }

    private static Process start(Path folder, String... command) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw new IllegalStateException(
                    command[0] + " is missing. Install Node.js 18 or newer with npm to check the dashboards' types.",
                    missing);
        }
    }
}
