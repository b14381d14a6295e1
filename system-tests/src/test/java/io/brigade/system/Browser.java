package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Plays specs of the web application in Debian's Chromium, against the suite through the gateway. */
final class Browser {

    private static final Path WEB = Path.of(System.getProperty("brigade.repository", ".."), "gateway", "web")
            .toAbsolutePath();
    private static final long PATIENCE_MINUTES = 15;

    /** The kitchen is told within a second; on a machine that does other things, too, it may be given longer. */
    private static final String WITHIN_MS = System.getProperty("brigade.browser.within-ms", "1000");

    private Browser() {}

    /** A test takes five tables at most, and others may have left guests everywhere. */
    static void play(String... specs) throws IOException, InterruptedException {
        House.TABLES_OF_A_ROUND.forEach(House::clear);
        Path log = Files.createTempFile("browser-", ".log");
        ProcessBuilder command = new ProcessBuilder("npx", "--no-install", "playwright", "test", "--retries=1");
        for (String spec : specs) {
            command.command().add("e2e/" + spec + ".spec.ts");
        }
        command.directory(WEB.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        command.environment().putAll(environment());
        Process playwright = command.start();
        try {
            boolean ended = playwright.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            System.out.println(Files.readString(log));
            assertThat(ended && playwright.exitValue() == 0)
                    .as(Files.readString(log))
                    .isTrue();
        } finally {
            playwright.descendants().forEach(ProcessHandle::destroyForcibly);
            playwright.destroyForcibly();
            Files.deleteIfExists(log);
        }
    }

    /** Where the suite is, and what a test that kills a part of it needs to start that again. */
    private static Map<String, String> environment() {
        return Map.of(
                "BRIGADE_URL", RunningSuite.suite().gatewayUrl().toString(),
                "BRIGADE_HOME", RunningSuite.suite().state().root().toString(),
                "BRIGADE_PORT_OFFSET", Integer.toString(SuitePorts.OFFSET),
                "BRIGADE_WITHIN_MS", WITHIN_MS,
                "JAVA_HOME", System.getProperty("java.home"));
    }
}
