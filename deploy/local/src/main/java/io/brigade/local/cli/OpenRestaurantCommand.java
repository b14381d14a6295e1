package io.brigade.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.local.Suite;
import io.brigade.local.SuiteException;
import io.brigade.local.demo.ApiClient;
import io.brigade.local.demo.ApiResponse;
import io.brigade.local.demo.StepFailed;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Opens a restaurant. */
@Command(
        name = "open-restaurant",
        mixinStandardHelpOptions = true,
        description = "Open a restaurant, with an admin who signs in and adds people, tables and the carte. Legal name,"
                + " SIRET, currency, time zone and cut-off hour stay for good.")
final class OpenRestaurantCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Option(names = "--name", required = true, description = "What guests call it.")
    private String name;

    @Option(names = "--legal-name", required = true, description = "What stands on fiscal documents.")
    private String legalName;

    @Option(names = "--siret", required = true, description = "14 digits.")
    private String siret;

    @Option(names = "--address", required = true, description = "On fiscal documents, too.")
    private String address;

    @Option(names = "--currency", defaultValue = "EUR", description = "Default: EUR.")
    private String currency;

    @Option(names = "--time-zone", defaultValue = "Europe/Paris", description = "Default: Europe/Paris.")
    private String timeZone;

    @Option(names = "--cutoff", paramLabel = "HOUR", defaultValue = "5", description = """
            Hour at which the business day turns. Default: 5.""")
    private int dayCutoffHour;

    @Option(names = "--admin-name", required = true, description = "First name of the admin.")
    private String adminName;

    @Option(names = "--admin-code", required = true, description = """
            What the admin types to sign in: 3 to 12 digits or capital letters, of nobody else.""")
    private String adminCode;

    @Option(
            names = "--admin-pin",
            required = true,
            interactive = true,
            arity = "0..1",
            prompt = "PIN of the admin: ",
            description = """
            4 to 8 digits; asked for when it is not given here, where others on this machine can see it.""")
    private String adminPin;

    @Option(names = "--overseen-by", paramLabel = "CODE", split = ",", description = """
            Codes of people in other restaurants who see this one's figures, too.""")
    private List<String> overseenBy = List.of();

    @Override
    public Integer call() {
        var suite = brigade.suite();
        if (!suite.gateway().isReady()) {
            throw new SuiteException("The suite is not up. Start it: ./brigade up");
        }
        var answer = open(suite);
        if (answer.status() != 201) {
            throw new SuiteException("Nothing was opened: " + reason(answer));
        }
        var out = spec.commandLine().getOut();
        out.printf(
                "%s is open: restaurant %d.%n",
                name, answer.json().path("restaurant_id").asLong());
        out.printf("%s signs in at %s with code %s.%n", adminName, suite.gatewayUrl(), adminCode);
        out.println("Next, at the desk: people, floor plan, carte.");
        out.flush();
        return 0;
    }

    private ApiResponse open(Suite suite) {
        try (var http = HttpClient.newBuilder()
                .sslContext(suite.gateway().trust())
                .connectTimeout(CONNECT)
                .build()) {
            return new ApiClient(http, suite.gatewayUrl())
                    .post(
                            "/api/restaurants",
                            request(),
                            Map.of("Setup-Secret", suite.secrets().setupSecret()));
        } catch (StepFailed noAnswer) {
            throw new SuiteException("The gateway does not answer: " + noAnswer.getMessage(), noAnswer);
        }
    }

    private String request() {
        try {
            return JSON.writeValueAsString(Map.of(
                    "name", name,
                    "legal_name", legalName,
                    "siret", siret,
                    "address", address,
                    "currency", currency,
                    "time_zone", timeZone,
                    "day_cutoff_hour", dayCutoffHour,
                    "admin", Map.of("staff_code", adminCode, "pin", adminPin, "name", adminName),
                    "overseen_by", overseenBy));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is wrong with which field, as the problem document says. */
    private static String reason(ApiResponse answer) {
        var problem = answer.json();
        var reason = new StringBuilder(problem.path("detail").asText(answer.body()));
        problem.path("errors").forEach(error -> reason.append("\n  ")
                .append(error.path("field").asText())
                .append(' ')
                .append(error.path("message").asText()));
        return reason.toString();
    }
}
