package io.brigade.local.cli;

import io.brigade.local.Suite;
import io.brigade.local.SuiteException;
import io.brigade.local.demo.ApiClient;
import io.brigade.local.demo.BrowserEvening;
import io.brigade.local.demo.StepFailed;
import io.brigade.local.demo.TableEvening;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Plays one table's evening. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Play one table's evening through the gateway: sign in, order, cook, serve, pay. Exits with 1 when"
                        + " a step is not answered as it should be.")
final class DemoCommand implements Callable<Integer> {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    @ParentCommand
    private Brigade brigade;

    @Option(
            names = "--browser",
            description = "Play it in the web application: four windows of Chromium, one for each person. Without a"
                    + " display nobody sees them.")
    private boolean browser;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var suite = brigade.suite();
        if (!suite.gateway().isReady()) {
            throw new SuiteException("The suite is not up. Start it: ./brigade up");
        }
        return browser ? playInBrowser(suite) : playThroughTheApi(suite);
    }

    private int playInBrowser(Suite suite) {
        var progress = new ConsoleProgress(spec.commandLine().getOut());
        return new BrowserEvening(brigade.webApplication(), suite.gatewayUrl(), suite.browser(progress)).play() ? 0 : 1;
    }

    private int playThroughTheApi(Suite suite) {
        var out = spec.commandLine().getOut();
        try (var http = HttpClient.newBuilder()
                .sslContext(suite.gateway().trust())
                .connectTimeout(CONNECT)
                .build()) {
            new TableEvening(new ApiClient(http, suite.gatewayUrl()), new ConsoleSteps(out)).play();
            return 0;
        } catch (StepFailed failure) {
            out.flush();
            spec.commandLine().getErr().println("\n" + failure.getMessage());
            return 1;
        }
    }
}
