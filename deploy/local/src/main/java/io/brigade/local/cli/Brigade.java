package io.brigade.local.cli;

import io.brigade.local.StateFolder;
import io.brigade.local.Suite;
import io.brigade.local.SuiteConfig;
import io.brigade.local.SuiteException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program behind the script of the same name. */
@Command(
        name = "./brigade",
        description = "Runs the whole restaurant back end on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "Brigade 2.0.0",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            RestartCommand.class,
            ScaleCommand.class,
            OpenRestaurantCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DemoCommand.class,
            VerifyJournalCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            FailoverCommand.class,
            RotateCommand.class,
            CommandLine.HelpCommand.class
        },
        footerHeading = "%n",
        footer = {
            "  prerequisites Install what the suite and its tests need where that is allowed, else name it.",
            "  test          Build everything and run all tests (mvn verify); arguments go to Maven.",
            "  chaos         Kill, restart, scale and lose parts of a suite at work (minutes); arguments go to Maven.",
            "  audit         Ask what is known of the libraries that are shipped.",
            "",
            "Variables: BRIGADE_HOME (state folder, .brigade), BRIGADE_PORT_OFFSET (0), BRIGADE_INSTANCES (2),",
            "BRIGADE_LISTEN (127.0.0.1), BRIGADE_OBSERVABILITY (false); BRIGADE_DB_HOST, _PORT, _USER, _PASSWORD and BRIGADE_REDIS_URL for servers",
            "of your own. Any BRIGADE_* or QUARKUS_* variable reaches the services."
        })
public final class Brigade implements Runnable {

    @Option(names = "--repository", hidden = true, defaultValue = ".")
    private Path repository;

    @Spec
    private CommandSpec spec;

    /** Entry point; exits with 0 when all went well, 1 when not, 2 when the command line is wrong. */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Brigade())
                .setUsageHelpWidth(110)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof SuiteException known) {
                        command.getErr().println(known.text());
                        return 1;
                    }
                    throw failure;
                });
    }

    /** The suite of this repository, as the environment configures it. */
    Suite suite() {
        return new Suite(config());
    }

    /** The same with Prometheus, Alertmanager and the exporters. */
    Suite suiteWithObservability() {
        return new Suite(config().with("BRIGADE_OBSERVABILITY", "true"));
    }

    /** With every instance that may run, however many {@code up} was asked for. */
    Suite suiteWithAllInstances() {
        return new Suite(config().withAllInstances());
    }

    /** Where this suite's own public key of the fiscal journal lies, once it has one. */
    Path fiscalPublicKey() {
        return config().home().resolve("secrets").resolve("fiscal-public-key.pem");
    }

    /** Verifies the journals in the database, against the heads that were kept; 0 when they are whole. */
    int verifyJournal(CommandLine program) {
        return program.execute(
                "--repository",
                repository.toString(),
                "verify-journal",
                "--database",
                "--heads",
                new StateFolder(config().home()).fiscalHeads().toString());
    }

    /** Folder of the web application, with the scripts that play in it. */
    Path webApplication() {
        return config().repository().resolve("gateway").resolve("web");
    }

    private SuiteConfig config() {
        return SuiteConfig.of(repository, System.getenv());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
