package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.brigade.fiscal.SigningKey;
import io.brigade.local.install.Tools;
import io.brigade.local.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said once for ./brigade and once for containers must stay the same. */
class ContainerSettingsTest {

    /** ./brigade is told how sure a commit must be. */
    private static final Set<String> OF_THE_PLACE =
            Set.of("listen_addresses", "unix_socket_directories", "synchronous_commit");

    @TempDir
    Path folder;

    @Test
    void postgresIsSetAsUnderBrigade() throws IOException {
        var contained = lines(ComposeFile.FOLDER.resolve("postgres/postgresql.conf")).stream()
                .map(line -> line.replaceFirst(" = ", "=").replace("'", ""));
        assertThat(withoutPlace(contained.toList())).containsExactlyElementsOf(withoutPlace(Postgres.SETTINGS));
    }

    @Test
    void javaIsStartedAsUnderBrigadeButForItsHeap() throws IOException {
        assertThat(withoutHeap(lines(Scripts.DEPLOY.resolve("images/jvm.options"))))
                .containsExactlyElementsOf(withoutHeap(ServiceInstance.JVM));
    }

    @Test
    void alertmanagerIsConfiguredAsUnderBrigade() throws IOException {
        var secrets = Files.createDirectory(folder.resolve("secrets"));
        assertThat(ofTheContainer(secrets, Map.of())).isEqualTo(underBrigade(Map.of()));

        Files.writeString(secrets.resolve("slack-webhook"), "https://hooks.example/x");
        Files.writeString(secrets.resolve("smtp-password"), "secret");
        var settings = Map.of(
                "SMTP_HOST", "mail.example:587",
                "SMTP_FROM", "brigade@example.com",
                "SMTP_USER", "brigade",
                "SMTP_TLS", "false",
                "ALERT_EMAIL_TO", "sophie@example.com",
                "WATCHDOG_URL", "https://watch.example/x");
        var under = settings.entrySet().stream()
                .collect(Collectors.toMap(each -> "BRIGADE_" + each.getKey(), Map.Entry::getValue));
        under.put("BRIGADE_SLACK_WEBHOOK_FILE", secrets.resolve("slack-webhook").toString());
        under.put("BRIGADE_SMTP_PASSWORD_FILE", secrets.resolve("smtp-password").toString());
        assertThat(ofTheContainer(secrets, settings)).isEqualTo(underBrigade(under));
    }

    @Test
    void secretsOfTheScriptAreWhatBrigadeItselfWouldMake() throws IOException {
        var made = folder.resolve("made");
        makeSecrets(made);
        var secrets = new Secrets(made);

        assertThat(Files.readString(made.resolve("token-key-id")))
                .isEqualTo(secrets.tokenKeys().keyId());
        assertThat(Files.readString(secrets.tokenKeys().publicKeys()))
                .contains(secrets.tokenKeys().keyId());
        var fiscal = secrets.fiscalKeys();
        assertThat(SigningKey.read(Files.readString(fiscal.privateKey()), Files.readString(fiscal.publicKey())))
                .isNotNull();
        assertThat(secrets.tlsCertificate().trust()).isNotNull();
        assertThat(secrets.redisPassword()).hasSize(32);

        var before = Files.readString(made.resolve("redis-url"));
        makeSecrets(made);
        assertThat(Files.readString(made.resolve("redis-url")))
                .isEqualTo(before)
                .isEqualTo("redis://:" + secrets.redisPassword() + "@redis:6379");
    }

    @Test
    void aKeySetHoldsTheModulusOfItsKey() throws IOException {
        var made = folder.resolve("made");
        makeSecrets(made);
        var ofScript = Files.readString(made.resolve("token-public-keys.json"));
        Files.delete(made.resolve("token-public-keys.json"));

        assertThat(Files.readString(new Secrets(made).tokenKeys().publicKeys()).strip())
                .isEqualTo(ofScript.strip());
    }

    @Test
    void aNextKeyIsToldBeforeItSignsAndTheFormerForgottenAfterwards() throws IOException {
        var made = folder.resolve("made");
        makeSecrets(made);
        var former = Files.readString(made.resolve("token-key-id"));
        var publicKeys = made.resolve("token-public-keys.json");

        makeSecrets("--next", "token-key", made);
        makeSecrets("--next", "token-key", made); // may be repeated
        assertThat(Files.readString(made.resolve("token-key-id"))).isEqualTo(former);
        assertThat(Files.readString(publicKeys).split("\"kid\"", -1)).hasSize(3);
        makeSecrets("--use", "token-key", made);

        var present = new Secrets(made).tokenKeys().keyId();
        assertThat(Files.readString(made.resolve("token-key-id")))
                .isEqualTo(present)
                .isNotEqualTo(former);
        assertThat(Files.readString(publicKeys)).contains(present, former);
        makeSecrets("--only", "token-key", made);
        assertThat(Files.readString(publicKeys)).contains(present).doesNotContain(former);

        var formerPublic = Files.readString(made.resolve("fiscal-public-key.pem"));
        makeSecrets("--next", "fiscal-key", made);
        makeSecrets("--use", "fiscal-key", made);
        var fiscal = new Secrets(made).fiscalKeys();
        assertThat(Files.readString(fiscal.publicKey())).startsWith(formerPublic);
        assertThat(SigningKey.read(Files.readString(fiscal.privateKey()), Files.readString(fiscal.publicKey())))
                .isNotNull();
    }

    @Test
    void aCertificateOfOnesOwnIsNeverReplaced() throws IOException {
        var made = folder.resolve("made");
        makeSecrets(made);
        var certificate = made.resolve("gateway-certificate.pem");
        var first = Files.readString(certificate);
        makeSecrets("--renew", "certificate", made);
        assertThat(Files.readString(certificate)).isNotEqualTo(first);

        var own = new Secrets(Files.createDirectory(folder.resolve("own"))).tlsCertificate();
        own.ensure();
        Files.copy(own.certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);
        makeSecrets(made);
        assertThat(Scripts.run(ComposeFile.FOLDER.resolve("make-secrets"), Map.of(), "--renew", "certificate", made)
                        .ok())
                .isFalse();
        assertThat(certificate).hasSameTextualContentAs(own.certificate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "images/build",
                "images/ready",
                "images/gateway/start",
                "compose/up",
                "compose/down",
                "compose/common",
                "compose/make-secrets",
                "compose/backup",
                "compose/restore",
                "compose/restart",
                "compose/rotate",
                "compose/postgres/common",
                "compose/postgres/start",
                "compose/postgres/archive",
                "compose/postgres/backup",
                "compose/postgres/restore",
                "compose/redis/start",
                "compose/prometheus/start",
                "compose/alertmanager/start"
            })
    void scriptsHaveNoKnownFault(String script) {
        var shellcheck = Tools.find("shellcheck");
        assumeTrue(shellcheck.isPresent(), "shellcheck is not installed");

        Scripts.run(
                        shellcheck.get(),
                        Map.of(),
                        "--external-sources",
                        "--source-path=" + Scripts.DEPLOY.getParent(),
                        Scripts.DEPLOY.resolve(script))
                .orFail(script);
    }

    private static void makeSecrets(Object... arguments) {
        Scripts.run(ComposeFile.FOLDER.resolve("make-secrets"), Map.of(), arguments)
                .orFail("make-secrets failed");
    }

    private static Object ofTheContainer(Path secrets, Map<String, String> settings) throws IOException {
        var variables = new HashMap<>(settings);
        variables.put(
                "SOURCE",
                Path.of("../../observability/alertmanager").toAbsolutePath().toString());
        variables.put("SECRETS", secrets.toString());
        var printed = (ObjectNode) new YAMLMapper()
                .readTree(Scripts.run(ComposeFile.FOLDER.resolve("alertmanager/start"), variables, "print")
                        .orFail("start print failed"));
        if (printed.path("global").isNull()) {
            printed.putObject("global");
        }
        return printed;
    }

    private static Object underBrigade(Map<String, String> variables) throws IOException {
        var config = SuiteConfig.of(Path.of("../..").toAbsolutePath().normalize(), variables);
        return new YAMLMapper().readTree(new AlertmanagerConfiguration(config).text());
    }

    private static List<String> withoutPlace(List<String> settings) {
        return settings.stream()
                .filter(setting -> !OF_THE_PLACE.contains(setting.replaceFirst("=.*", "")))
                .toList();
    }

    private static List<String> withoutHeap(List<String> options) {
        return options.stream()
                .filter(option -> !option.matches("-Xm[sx].*|-XX:(Initial|Max)RAMPercentage.*"))
                .toList();
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
