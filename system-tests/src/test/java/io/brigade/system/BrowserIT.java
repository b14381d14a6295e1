package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The web application in Debian's Chromium, against the whole suite through the gateway. */
@ExtendWith(RunningSuite.class)
class BrowserIT {

    private static final Path WEB = Path.of(System.getProperty("brigade.repository", ".."), "gateway", "web")
            .toAbsolutePath();
    private static final long PATIENCE_MINUTES = 15;

    /** CI has no time for all of them; {@code -Dbrigade.browser.specs=kitchen,admin,speed}. */
    private static final List<String> SPECS =
            List.of(System.getProperty("brigade.browser.specs", "story,trouble,offline,sign-in,waiter,till")
                    .split(","));

    /** Each with people, tables and dishes of its own. */
    private static final Set<String> SIDE_BY_SIDE = Set.of("till", "waiter");

    /** The kitchen is told within a second; on a machine that does other things, too, it may be given longer. */
    private static final String WITHIN_MS = System.getProperty("brigade.browser.within-ms", "1000");

    /** A test takes five tables at most, and others may have left guests everywhere. */
    @BeforeAll
    static void seatNobodyAtTheLastTables() {
        House.TABLES_OF_A_ROUND.forEach(House::clear);
    }

    @Test
    void screensDoWhatTheirPeopleExpect() throws IOException, InterruptedException {
        Map<Boolean, List<String>> specs = SPECS.stream().collect(Collectors.partitioningBy(SIDE_BY_SIDE::contains));
        play(specs.get(true), SIDE_BY_SIDE.size());
        play(specs.get(false), 1);
    }

    private static void play(List<String> specs, int atOnce) throws IOException, InterruptedException {
        if (specs.isEmpty()) {
            return; // without a name Playwright would play all of them
        }
        Path log = Files.createTempFile("browser-", ".log");
        ProcessBuilder command =
                new ProcessBuilder("npx", "--no-install", "playwright", "test", "--retries=1", "--workers=" + atOnce);
        specs.forEach(spec -> command.command().add("e2e/" + spec + ".spec.ts"));
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
