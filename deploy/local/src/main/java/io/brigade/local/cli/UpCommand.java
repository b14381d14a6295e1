package io.brigade.local.cli;

import io.brigade.local.Suite;
import io.brigade.local.demo.DemoPerson;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Starts what does not run yet. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Start PostgreSQL with its replica, Redis, all services and the gateway; start what is missing when"
                        + " some of it runs already.")
final class UpCommand implements Callable<Integer> {

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "COMPONENT",
            description = "Only these, such as postgres, redis or orders-1; a service's name stands for its instances.")
    private List<String> components = List.of();

    @Option(
            names = "--observability",
            description = "Prometheus, Alertmanager and the exporters too; they stay until the next down.")
    private boolean observability;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var suite = observability ? brigade.suiteWithObservability() : brigade.suite();
        var progress = new ConsoleProgress(out);
        var begin = System.nanoTime();
        suite.up(progress, components.toArray(String[]::new));
        if (components.isEmpty()) {
            var seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
            out.println();
            out.println(
                    progress.changedAnything()
                            ? String.format(Locale.ROOT, "Brigade is up (%.1f s).", seconds)
                            : "Brigade is up already.");
            describe(suite, out);
        }
        out.flush();
        return 0;
    }

    private static void describe(Suite suite, PrintWriter out) {
        out.printf("""

                  Application   %1$s
                  API           %1$s/api-docs
                  Health        %1$s/health
                  State         %2$s

                """, suite.gatewayUrl(), suite.state().root());
        if (suite.isObserved()) {
            describeMonitoring(suite, out);
        }
        if (suite.config().variable("BRIGADE_DEMO").orElse("true").equals("true")) {
            describeDemo(out);
        } else {
            out.println("Next, where there is no restaurant yet: ./brigade open-restaurant --help");
        }
    }

    private static void describeMonitoring(Suite suite, PrintWriter out) {
        var recipients = suite.alertmanager().recipients();
        out.printf(
                """
                  Prometheus    %s
                  Alertmanager  %s (alerts are %s)

                """,
                suite.prometheusUrl(),
                suite.alertmanagerUrl(),
                recipients.isEmpty() ? "only shown there" : "sent to " + String.join(" and ", recipients));
    }

    private static void describeDemo(PrintWriter out) {
        out.printf("  Brasserie du Marché, Lyon%n");
        out.printf("  %-8s %-9s %-6s %s%n", "Name", "Role", "Code", "PIN");
        for (var person : DemoPerson.values()) {
            out.printf("  %-8s %-9s %-6s %s%n", person.firstName(), person.role(), person.code(), person.pin());
        }
        out.println();
        out.println("Next: ./brigade demo");
    }
}
