package io.brigade.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rendered files are what kustomize makes of the sources. Where there is no kubectl with kustomize 5 or newer, such as
 * on a plain Debian, they are at least of these very sources: each begins with their digest.
 */
class RenderedTest {

    private static final String HOW = "run mvn -pl deploy/kubernetes -am test -Dbrigade.kubernetes.update"
            + " -Dtest='PrometheusRulesTest,RenderedTest' -Dsurefire.failIfNoSpecifiedTests=false with kubectl 1.30 or newer,"
            + " and commit what changed";

    static Iterable<String> overlays() {
        return Repository.OVERLAYS;
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theRenderedFileIsOfTheseSources(String overlay) throws IOException {
        String head = "# Made by kubectl kustomize of overlays/" + overlay
                + ", to be read and checked. Sources, SHA-256: " + Repository.digest() + "\n";
        var made = Repository.kustomized(overlay);
        if (System.getProperty("brigade.kubernetes.update") != null) {
            Path file = Repository.rendered(overlay);
            Files.createDirectories(file.getParent());
            Files.writeString(file, head + made.orElseThrow());
        }
        String rendered = Repository.read(Repository.rendered(overlay));

        assertThat(rendered).as(HOW).startsWith(head);
        made.ifPresent(now -> assertThat(Manifests.of(rendered)).as(HOW).isEqualTo(Manifests.of(now)));
    }

    @Test
    void everyOverlayIsRendered() throws IOException {
        try (var overlays = Files.list(Path.of("overlays"))) {
            assertThat(overlays.map(overlay -> overlay.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Repository.OVERLAYS);
        }
    }
}
