package io.brigade.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files that these tests are about. */
final class Repository {

    static final Path ROOT = Path.of("../..");
    static final List<String> OVERLAYS = List.of("restaurant", "group", "group-gateway-api");

    private static final List<String> SOURCES = List.of(
            "deploy/kubernetes/base",
            "deploy/kubernetes/components",
            "deploy/kubernetes/overlays",
            "observability/elasticsearch",
            "observability/kibana",
            "observability/logstash/config",
            "observability/logstash/pipeline",
            "observability/prometheus/postgres-queries.yml");

    private static final Pattern SECRET_ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (`[^|]+`) \\|");

    private Repository() {}

    static Path rendered(String overlay) {
        return Path.of("rendered", overlay + ".yaml");
    }

    static Manifests manifests(String overlay) {
        return Manifests.of(read(rendered(overlay)));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** SHA-256 of every file that goes into the overlays. */
    static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : sources()) {
                digest.update((ROOT.relativize(file) + "\n").getBytes(UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<Path> sources() throws IOException {
        var files = new ArrayList<Path>();
        for (String source : SOURCES) {
            try (Stream<Path> found = Files.walk(ROOT.resolve(source))) {
                found.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files.stream().sorted().toList();
    }

    /** What {@code kubectl kustomize} makes; empty where there is no kubectl, or one older than kustomize 5. */
    static Optional<String> kustomized(String overlay) {
        return run("kubectl", "version", "--client", "--output=json")
                .map(version -> Manifests.of(version).objects().getFirst())
                .map(version -> version.path("kustomizeVersion"))
                .map(JsonNode::asText)
                .filter(version -> version.matches("v([5-9]|[1-9][0-9]+)\\..*"))
                .map(_ -> run("kubectl", "kustomize", "overlays/" + overlay)
                        .orElseThrow(() -> new AssertionError("kubectl does not render " + overlay)));
    }

    static Optional<String> run(String... command) {
        try {
            Path output = Files.createTempFile("kubernetes", ".out");
            int status = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            String text = Files.readString(output);
            Files.delete(output);
            return status == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Secrets and their keys, as the table in README.md has them. */
    static Map<String, Set<String>> documentedSecrets() {
        var secrets = new LinkedHashMap<String, Set<String>>();
        SECRET_ROW
                .matcher(read(Path.of("README.md")))
                .results()
                .forEach(row -> secrets.put(
                        row.group(1),
                        Arrays.stream(row.group(2).split(",\\s*"))
                                .map(key -> key.replace("`", ""))
                                .collect(Collectors.toSet())));
        return secrets;
    }
}
