package io.brigade.openapi;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Spectral with our rules, installed in a folder of the build as its lock file says. */
final class Spectral {

    private static final Path HOME = Path.of("target", "spectral");
    private static final Path RULES = Path.of("rules", "brigade.yaml");
    private static final List<String> FILES = List.of("package.json", "package-lock.json");
    private static final Path INSTALLED_LOCK = Path.of("node_modules", "installed-from.json");

    private Spectral() {}

    /** One thing that breaks a rule. */
    record Finding(String document, String rule, String message, String place) {}

    private record Result(int exit, String output) {}

    static void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        for (String file : FILES) {
            Files.copy(Path.of(file), HOME.resolve(file), REPLACE_EXISTING);
        }
        Path lock = HOME.resolve("package-lock.json");
        Path installed = HOME.resolve(INSTALLED_LOCK);
        if (!Files.exists(installed) || Files.mismatch(lock, installed) >= 0) {
            Result npm =
                    run(HOME, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
            if (npm.exit() != 0) {
                throw new IllegalStateException("npm could not install Spectral: " + npm.output());
            }
            Files.copy(lock, installed, REPLACE_EXISTING);
        }
    }

    /** What is found in the documents; every rule counts, whatever its severity. */
    static List<Finding> lint(List<Path> documents) throws IOException, InterruptedException {
        Path report = Files.createTempFile(HOME, "report", ".json");
        List<String> command = new ArrayList<>(List.of(
                "node",
                HOME.resolve("node_modules/@stoplight/spectral-cli/dist/index.js")
                        .toString(),
                "lint",
                "--ruleset=" + RULES,
                "--format=json",
                "--output=" + report));
        documents.forEach(document -> command.add(document.toString()));
        Result spectral = run(Path.of(""), command);
        if (spectral.exit() > 1) { // 1: a rule is broken; 2: Spectral itself failed
            throw new IllegalStateException(spectral.output());
        }
        return findings(new ObjectMapper().readTree(report.toFile()));
    }

    private static List<Finding> findings(JsonNode report) {
        return report.valueStream()
                .map(finding -> new Finding(
                        Path.of(finding.path("source").asText()).getFileName().toString(),
                        finding.path("code").asText(),
                        finding.path("message").asText(),
                        finding.path("path")
                                .valueStream()
                                .map(JsonNode::asText)
                                .reduce("", (path, step) -> path + "/" + step)))
                .toList();
    }

    private static Result run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = start(folder, command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " does not end");
        }
        return new Result(process.exitValue(), output);
    }

    private static Process start(Path folder, List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw new IllegalStateException(
                    command.getFirst()
                            + " is missing. Install Node.js 18 or newer with npm to check the API documents.",
                    missing);
        }
    }
}
