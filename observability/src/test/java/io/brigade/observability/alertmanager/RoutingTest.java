package io.brigade.observability.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.brigade.observability.Program;
import io.brigade.observability.prometheus.AlertRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told about what, by Alertmanager's own reading of the configuration. */
class RoutingTest {

    private static final Path CONFIGURATION = Path.of("alertmanager/alertmanager.yml");
    private static final Program AMTOOL = new Program("amtool");

    @Test
    void theConfigurationIsValid() throws Exception {
        assertThat(AMTOOL.accepts("check-config", CONFIGURATION)).contains("1 templates", "SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({
        "alertname=APIDown,             severity=critical, production-and-mail",
        "alertname=ReplicationLag,      severity=warning,  production",
        "alertname=LogsDropped,         severity=info,     monitoring",
        "alertname=SomethingOfTomorrow, severity=unknown,  monitoring",
        "alertname=Watchdog,            severity=none,     watchdog",
        "alertname=Watchdog,            severity=critical, watchdog",
    })
    void anAlertGoesWhereItsSeveritySays(String name, String severity, String receiver) throws Exception {
        routes(name, severity, receiver);
    }

    @Test
    void everyRuleReachesSomebodyWhoReadsIt() throws Exception {
        for (AlertRule rule : AlertRule.all()) {
            String receiver =
                    switch (rule.label("severity")) {
                        case "critical" -> "production-and-mail";
                        case "warning" -> "production";
                        case "none" -> "watchdog";
                        default -> "monitoring";
                    };
            routes("alertname=" + rule.name(), "severity=" + rule.label("severity"), receiver);
        }
    }

    @Test
    void criticalAndWarningShareAChannelAndOnlyCriticalIsMailed() throws IOException {
        assertThat(receiver("production-and-mail").findValuesAsText("channel")).containsExactly("#alerts-production");
        assertThat(receiver("production-and-mail").path("email_configs")).hasSize(1);
        assertThat(receiver("production").findValuesAsText("channel")).containsExactly("#alerts-production");
        assertThat(receiver("production").has("email_configs")).isFalse();
        assertThat(receiver("monitoring").findValuesAsText("channel")).containsExactly("#monitoring");
    }

    @Test
    void whoeverIsToldOfAnAlertIsToldOfItsEnd() throws IOException {
        for (String name : List.of("production-and-mail", "production", "monitoring")) {
            for (String kind : List.of("slack_configs", "email_configs")) {
                assertThat(receiver(name).path(kind)).allSatisfy(config -> assertThat(
                                config.path("send_resolved").asBoolean())
                        .isTrue());
            }
        }
    }

    @Test
    void messagesAreGroupedByAlertAndService() throws IOException {
        assertThat(configuration().at("/route/group_by"))
                .extracting(JsonNode::asText)
                .containsExactly("alertname", "service");
    }

    @Test
    void nothingIsMutedByAnotherSuitesTrouble() throws IOException {
        assertThat(configuration().path("inhibit_rules")).isNotEmpty().allSatisfy(rule -> assertThat(rule.path("equal"))
                .extracting(JsonNode::asText)
                .contains("suite"));
    }

    @Test
    void secretsAreInFiles() throws IOException {
        assertThat(configuration().path("global").fieldNames())
                .toIterable()
                .contains("slack_api_url_file", "smtp_auth_password_file")
                .doesNotContain("slack_api_url", "smtp_auth_password");
    }

    private static void routes(String name, String severity, String receiver) throws Exception {
        AMTOOL.accepts(
                "config",
                "routes",
                "test",
                "--config.file=" + CONFIGURATION,
                "--verify.receivers=" + receiver,
                name,
                severity,
                "service=menu");
    }

    private static JsonNode receiver(String name) throws IOException {
        return configuration()
                .path("receivers")
                .valueStream()
                .filter(receiver -> receiver.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode configuration() throws IOException {
        return new YAMLMapper().readTree(CONFIGURATION.toFile());
    }
}
