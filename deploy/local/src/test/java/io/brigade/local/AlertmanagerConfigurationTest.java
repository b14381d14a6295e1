package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.brigade.local.install.Tools;
import io.brigade.local.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertmanagerConfigurationTest {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final Map<String, String> MAIL = Map.of(
            "BRIGADE_SMTP_HOST", "mail.example:587",
            "BRIGADE_SMTP_FROM", "brigade@example.com",
            "BRIGADE_ALERT_EMAIL_TO", "sophie@example.com");

    @TempDir
    Path folder;

    @Test
    void whereNothingIsSetUpNobodyIsToldAndNothingFails() throws IOException {
        var rendered = rendered(Map.of());

        assertThat(rendered.path("global")).isEmpty();
        assertThat(rendered.path("receivers")).isNotEmpty().allSatisfy(receiver -> assertThat(receiver)
                .hasSize(1));
        assertThat(recipients(Map.of())).isEmpty();
    }

    @Test
    void slackAloneNeedsNoMail() throws IOException {
        var webhook = Files.writeString(folder.resolve("webhook"), "https://hooks.example/x");
        var environment = Map.of("BRIGADE_SLACK_WEBHOOK_FILE", webhook.toString());

        assertThat(rendered(environment).at("/global/slack_api_url_file").asText())
                .isEqualTo(webhook.toString());
        assertThat(rendered(environment).toString())
                .contains("slack_configs", "#alerts-production")
                .doesNotContain("smtp_", "email_configs", "hooks.example");
        assertThat(recipients(environment)).containsExactly("Slack");
    }

    @Test
    void mailGoesWhereTheUserSays() throws IOException {
        var rendered = rendered(MAIL);

        assertThat(rendered.path("global").toString())
                .contains("mail.example:587", "brigade@example.com", "\"smtp_require_tls\":true")
                .doesNotContain("smtp_auth", "example.org");
        assertThat(rendered.findValuesAsText("to")).containsExactly("sophie@example.com");
        assertThat(recipients(MAIL)).containsExactly("sophie@example.com");
    }

    @Test
    void aMailServersPasswordStaysInItsFile() throws IOException {
        var password = Files.writeString(folder.resolve("password"), "hush");
        var environment = new HashMap<>(MAIL);
        environment.putAll(Map.of("BRIGADE_SMTP_USER", "brigade", "BRIGADE_SMTP_PASSWORD_FILE", password.toString()));

        assertThat(rendered(environment).path("global").toString())
                .contains("\"smtp_auth_username\":\"brigade\"", "\"smtp_auth_password_file\":\"" + password)
                .doesNotContain("hush");
    }

    @Test
    void halfASettingIsNamed() {
        assertThatThrownBy(() -> rendered(Map.of("BRIGADE_SMTP_HOST", "mail.example:587")))
                .hasMessageContaining("BRIGADE_SMTP_FROM");
        assertThatThrownBy(() -> rendered(Map.of("BRIGADE_SLACK_WEBHOOK_FILE", "/nowhere/webhook")))
                .hasMessageContaining("BRIGADE_SLACK_WEBHOOK_FILE")
                .hasMessageContaining("/nowhere/webhook");
    }

    @Test
    void theWatchdogIsSentOnlyToWhomWaitsForIt() throws IOException {
        assertThat(rendered(Map.of("BRIGADE_WATCHDOG_URL", "https://watch.example/ping"))
                        .toString())
                .containsOnlyOnce("https://watch.example/ping")
                .contains("\"send_resolved\":false");
    }

    @Test
    void groupingIsQuickerOnlyWhenAskedFor() throws IOException {
        assertThat(rendered(Map.of()).at("/route/group_interval").asText()).isEqualTo("1m");
        assertThat(rendered(Map.of("BRIGADE_ALERT_GROUP_WAIT", "1s", "BRIGADE_ALERT_GROUP_INTERVAL", "2s"))
                        .path("route")
                        .toString())
                .contains("\"group_wait\":\"1s\"", "\"group_interval\":\"2s\"");
    }

    @Test
    void alertmanagersOwnCheckerAcceptsEveryVariant() throws IOException {
        assumeTrue(Tools.find("amtool").isPresent(), "amtool is not installed");
        var webhook = Files.writeString(folder.resolve("webhook"), "https://hooks.example/x");
        var everything = new HashMap<>(MAIL);
        everything.put("BRIGADE_SLACK_WEBHOOK_FILE", webhook.toString());
        everything.put("BRIGADE_SMTP_USER", "brigade");
        everything.put("BRIGADE_SMTP_PASSWORD_FILE", webhook.toString());
        everything.put("BRIGADE_WATCHDOG_URL", "https://watch.example/ping");

        for (var environment : List.of(Map.<String, String>of(), MAIL, everything)) {
            var written = written(environment);
            Shell.run("amtool", "check-config", written.toString()).orFail("amtool refuses " + environment);
        }
    }

    @Test
    void aShellWithoutTheSettingsDoesNotTakeThemFromTheRunningOne() throws IOException {
        var file = written(MAIL);

        new Suite(SuiteConfig.of(REPOSITORY, Map.of("BRIGADE_HOME", folder.toString())))
                .alertmanager()
                .reloadIfChanged();

        assertThat(AlertmanagerConfiguration.recipients(file)).containsExactly("sophie@example.com");
    }

    private List<String> recipients(Map<String, String> environment) {
        return AlertmanagerConfiguration.recipients(written(environment));
    }

    private Path written(Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        variables.putAll(Map.of("BRIGADE_HOME", folder.toString(), "BRIGADE_OBSERVABILITY", "true"));
        new Suite(SuiteConfig.of(REPOSITORY, variables)).alertmanager().reloadIfChanged();
        return folder.resolve("observability/alertmanager/alertmanager.yml");
    }

    private static AlertmanagerConfiguration configuration(Map<String, String> environment) {
        return new AlertmanagerConfiguration(SuiteConfig.of(REPOSITORY, environment));
    }

    private static JsonNode rendered(Map<String, String> environment) throws IOException {
        return new YAMLMapper().readTree(configuration(environment).text());
    }
}
