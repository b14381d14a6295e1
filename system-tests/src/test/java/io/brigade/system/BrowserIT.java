package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The web application in Debian's Chromium, against the whole suite through the gateway. */
@ExtendWith(RunningSuite.class)
class BrowserIT {

    private static final Path WEB = Path.of(System.getProperty("brigade.repository", ".."), "gateway", "web")
            .toAbsolutePath();
    private static final long PATIENCE_MINUTES = 8;

    /** CI has time for the two faces that money goes through; {@code -Dbrigade.browser.specs=sign-in,kitchen,admin}. */
    static List<String> specs() {
        return List.of(
                System.getProperty("brigade.browser.specs", "waiter,till").split(","));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void screensDoWhatTheirPeopleExpect(String spec) throws IOException, InterruptedException {
        Path log = Files.createTempFile("browser-", ".log");
        ProcessBuilder command = new ProcessBuilder(
                        "npx", "--no-install", "playwright", "test", "--retries=2", "e2e/" + spec + ".spec.ts")
                .directory(WEB.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment()
                .put("BRIGADE_URL", RunningSuite.suite().gatewayUrl().toString());
        command.environment()
                .put("BRIGADE_HOME", RunningSuite.suite().state().root().toString());
        Process playwright = command.start();
        try {
            boolean ended = playwright.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            assertThat(ended && playwright.exitValue() == 0)
                    .as(Files.readString(log))
                    .isTrue();
        } finally {
            playwright.descendants().forEach(ProcessHandle::destroyForcibly);
            playwright.destroyForcibly();
            Files.deleteIfExists(log);
        }
    }
}
