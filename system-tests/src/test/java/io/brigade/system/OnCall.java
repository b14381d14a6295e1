package io.brigade.system;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.brigade.local.Suite;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Who is told about alerts: Slack, a mailbox, and somebody who waits for the watchdog. The suite's Alertmanager is pointed
 * at them as an operator would do it, by settings, and its groups are sent within seconds instead of minutes. The times
 * for which something must be wrong before an alert fires are those of production.
 */
final class OnCall implements AutoCloseable {

    private static final String ADDRESS = "sophie@example.com";
    private static final String PASSWORD = "a mail server's password";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Suite suite;
    private final WireMockServer web =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private OnCall(Suite suite) {
        this.suite = suite;
    }

    /** Returns when Alertmanager knows whom to tell. */
    static OnCall of(Suite suite, Path folder) throws IOException {
        OnCall onCall = new OnCall(suite);
        onCall.web.start();
        onCall.web.stubFor(post(anyUrl()).willReturn(ok("ok")));
        onCall.mail.setUser(ADDRESS, "brigade", PASSWORD);
        onCall.mail.start();
        onCall.pointAlertmanagerHere(folder);
        return onCall;
    }

    private void pointAlertmanagerHere(Path folder) throws IOException {
        Path webhook = Files.writeString(folder.resolve("slack-webhook"), web.url("/slack"));
        Path password = Files.writeString(folder.resolve("smtp-password"), PASSWORD);
        Map<String, String> settings = Map.of(
                "BRIGADE_SLACK_WEBHOOK_FILE",
                webhook.toString(),
                "BRIGADE_SMTP_HOST",
                "127.0.0.1:" + mail.getSmtp().getPort(),
                "BRIGADE_SMTP_TLS",
                "false",
                "BRIGADE_SMTP_USER",
                "brigade",
                "BRIGADE_SMTP_PASSWORD_FILE",
                password.toString(),
                "BRIGADE_SMTP_FROM",
                "brigade@example.com",
                "BRIGADE_ALERT_EMAIL_TO",
                ADDRESS,
                "BRIGADE_WATCHDOG_URL",
                web.url("/watchdog"),
                "BRIGADE_ALERT_GROUP_WAIT",
                "1s",
                "BRIGADE_ALERT_GROUP_INTERVAL",
                "2s");
        var config = suite.config();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            config = config.with(setting.getKey(), setting.getValue());
        }
        assertThat(new Suite(config).alertmanager().reloadIfChanged()).isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> configuration().contains(webhook.toString()));
    }

    /** What was posted to the channel about that alert, oldest first. */
    List<JsonNode> slack(String channel, String alert) {
        return web.findAll(postRequestedFor(urlEqualTo("/slack"))).stream()
                .map(request -> json(request.getBodyAsString()))
                .filter(message -> message.path("channel").asText().equals(channel))
                .map(message -> message.at("/attachments/0"))
                .filter(message -> message.path("title").asText().contains(alert))
                .toList();
    }

    /** What is in the mailbox about that alert, oldest first. */
    List<MimeMessage> mails(String alert) {
        return Arrays.stream(mail.getReceivedMessagesForDomain(ADDRESS))
                .filter(message -> Mail.subject(message).contains(alert))
                .toList();
    }

    /** How often the watchdog was heard. */
    int watchdogs() {
        return web.findAll(postRequestedFor(urlEqualTo("/watchdog"))).size();
    }

    /** Nobody is told any more, as before. */
    @Override
    public void close() {
        suite.alertmanager().reloadIfChanged();
        web.stop();
        mail.stop();
    }

    private String configuration() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI status = suite.alertmanagerUrl().resolve("/api/v2/status");
            return http.send(HttpRequest.newBuilder(status).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
