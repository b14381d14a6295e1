package io.brigade.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brigade.local.SuiteException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserEveningTest {

    private static final URI GATEWAY = URI.create("https://localhost:8443");
    private static final Path CHROMIUM = Path.of("/opt/chromium");

    @TempDir
    Path web;

    @Test
    void toolsThatAreNotInstalledAreNamedWithTheRemedy() {
        var evening = new BrowserEvening(web, GATEWAY, CHROMIUM);

        assertThatThrownBy(evening::play)
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("npm ci --prefix " + web);
    }

    @Test
    void theScriptIsToldWhereTheSuiteIsAndWhichBrowserToTake() throws IOException {
        script("echo $BRIGADE_URL $BRIGADE_CHROMIUM > played");

        assertThat(new BrowserEvening(web, GATEWAY, CHROMIUM).play()).isTrue();
        assertThat(web.resolve("played")).hasContent("https://localhost:8443 /opt/chromium");
    }

    @Test
    void anEveningThatWentWrongIsToldFromOneThatWentWell() throws IOException {
        script("exit 3");

        assertThat(new BrowserEvening(web, GATEWAY, CHROMIUM).play()).isFalse();
    }

    private void script(String demo) throws IOException {
        Files.createDirectory(web.resolve("node_modules"));
        Files.writeString(web.resolve("package.json"), "{\"scripts\":{\"demo\":\"" + demo + "\"}}");
    }
}
