package io.brigade.observability.prometheus;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every alert, so that the next one does not forget it. */
class AlertConventionsTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path RUNBOOKS = REPOSITORY.resolve("docs/runbooks");
    private static final Pattern ALERT_IN_CASE = Pattern.compile("alertname=~?\"([A-Za-z|]+)\"");
    private static final Pattern JOB = Pattern.compile("job=~?\"([a-z|-]+)\"");
    private static final List<String> PROMISED = List.of(
            "APIDown",
            "HighErrorRate",
            "HighLatency",
            "DatabasePoolSaturated",
            "LowDiskSpace",
            "SLOLatencyBurn",
            "SLOErrorBurn",
            "ReplicationLag",
            "RedisDown",
            "OutboxStalled",
            "CircuitBreakerOpen",
            "FiscalJournalBroken",
            "LogsDropped",
            "CertificateExpiring",
            "BackupMissing",
            "RedisMemoryFull",
            "Watchdog");

    @Test
    void everyPromisedAlertIsThere() {
        assertThat(names()).containsAll(PROMISED);
    }

    @Test
    void everyAlertIsSeenFiring() {
        assertThat(namesInCases(expected -> !expected.isEmpty())).containsAll(names());
    }

    /** The watchdog is there to fire all the time. */
    @Test
    void everyAlertButTheWatchdogIsSeenStayingSilent() {
        Set<String> silent = namesInCases(JsonNode::isEmpty);

        assertThat(names()).filteredOn(name -> !silent.contains(name)).containsExactly("Watchdog");
    }

    @Test
    void everyAlertSaysHowBadItIsAndWhatItMeans() {
        assertThat(AlertRule.all()).allSatisfy(rule -> {
            assertThat(rule.label("severity")).isIn("critical", "warning", "info", "none");
            assertThat(rule.annotation("summary")).as(rule.name()).isNotBlank();
            assertThat(rule.annotation("description")).as(rule.name()).isNotBlank();
        });
    }

    @Test
    void noLabelHoldsAValueThatChanges() {
        assertThat(AlertRule.all())
                .allSatisfy(rule -> assertThat(rule.yaml().path("labels").toString())
                        .as(rule.name())
                        .doesNotContain("$value", "{{"));
    }

    @Test
    void everyAlertsLinkLeadsToItsRunbook() {
        assertThat(AlertRule.all()).allSatisfy(rule -> {
            assertThat(rule.annotation("runbook_url")).isEqualTo("docs/runbooks/" + rule.name() + ".md");
            assertThat(REPOSITORY.resolve(rule.annotation("runbook_url")))
                    .content()
                    .startsWith("# " + rule.name());
        });
    }

    @Test
    void everyRunbookAnswersTheSameQuestionsAndIsInTheIndex() throws IOException {
        String index = Files.readString(RUNBOOKS.resolve("README.md"));

        assertThat(names()).allSatisfy(name -> {
            assertThat(RUNBOOKS.resolve(name + ".md"))
                    .content()
                    .contains("## Right now", "## Confirm", "## Do", "## Over", "## Never again");
            assertThat(index).contains("(" + name + ".md)");
        });
    }

    @Test
    void noRunbookIsLeftOfAnAlertThatIsGone() throws IOException {
        try (Stream<Path> pages = Files.list(RUNBOOKS)) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(page -> !page.equals("README.md"))
                            .map(page -> page.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(names());
        }
    }

    @Test
    void everyJobThatARuleAsksForIsScraped() {
        Set<String> scraped = AlertRule.documents(".")
                .flatMap(document -> document.path("scrape_configs").valueStream())
                .map(job -> job.path("job_name").asText())
                .collect(toCollection(TreeSet::new));

        assertThat(AlertRule.documents("rules")
                        .flatMap(document -> document.findValuesAsText("expr").stream())
                        .flatMap(expression -> split(JOB, expression)))
                .isNotEmpty()
                .isSubsetOf(scraped);
    }

    private static Set<String> names() {
        return AlertRule.all().stream().map(AlertRule::name).collect(toCollection(TreeSet::new));
    }

    /** Alerts that a case asks for whether they fire, by what the case expects. */
    private static Set<String> namesInCases(Predicate<JsonNode> expected) {
        return AlertRule.documents("tests")
                .flatMap(document -> document.path("tests").valueStream())
                .flatMap(test -> test.path("promql_expr_test").valueStream())
                .filter(question -> question.path("expr").asText().contains("alertstate=\"firing\""))
                .filter(question -> expected.test(question.path("exp_samples")))
                .flatMap(question -> split(ALERT_IN_CASE, question.path("expr").asText()))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> split(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .flatMap(names -> Arrays.stream(names.split("\\|", -1)));
    }
}
