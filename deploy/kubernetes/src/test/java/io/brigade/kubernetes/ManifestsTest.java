package io.brigade.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.configuration.Module;
import io.brigade.configuration.Setting;
import io.brigade.configuration.Settings;
import io.brigade.platform.config.SecretSetting;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every overlay is held to. */
class ManifestsTest {

    private static final Settings SETTINGS = new Settings(Repository.ROOT);
    private static final Pattern ADDRESS = Pattern.compile("https?://([a-z-]+):[0-9]+");

    static Iterable<String> overlays() {
        return Repository.OVERLAYS;
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyFieldExists(String overlay) {
        assertThat(UnknownFields.in(Repository.manifests(overlay))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyPodIsRestrictedLimitedAndWatched(String overlay) {
        assertThat(PodRules.brokenIn(Repository.manifests(overlay))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyNameLeadsSomewhere(String overlay) {
        assertThat(References.danglingIn(Repository.manifests(overlay), Repository.documentedSecrets()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void noSecretIsInTheTree(String overlay) {
        assertThat(Repository.manifests(overlay).kind("Secret")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySettingIsOneOfOursAndEveryAddressIsThere(String overlay) {
        Manifests manifests = Repository.manifests(overlay);
        JsonNode settings = manifests
                .kind("ConfigMap")
                .filter(map -> Manifests.name(map).startsWith("settings-"))
                .findFirst()
                .orElseThrow()
                .path("data");
        for (JsonNode workload : manifests.workloads().toList()) {
            String service =
                    workload.at("/metadata/labels/app.kubernetes.io~1name").asText();
            String component =
                    workload.at("/metadata/labels/app.kubernetes.io~1component").asText();
            if (Set.of("service", "migrations").contains(component)) {
                assertThat(unset(workload, settings, Module.valueOf(service.toUpperCase(Locale.ROOT))))
                        .as(Manifests.title(workload))
                        .isEmpty();
            }
        }
        assertThat(settings.properties().stream()
                        .map(setting -> ADDRESS.matcher(setting.getValue().asText()))
                        .filter(Matcher::matches)
                        .map(address -> address.group(1)))
                .isSubsetOf(References.hosts(manifests));
        assertThat(References.hosts(manifests))
                .contains(
                        settings.path("BRIGADE_DB_HOST").asText(),
                        settings.path("BRIGADE_REPORTS_DB_HOST").asText());
        assertThat(settings.path("BRIGADE_PURPOSE").asText()).isEqualTo("restaurant");
    }

    /** Settings without which the service does not start and that nobody sets; and variables that are no setting. */
    private static Set<String> unset(JsonNode workload, JsonNode settings, Module service) {
        var given = new TreeSet<String>();
        settings.properties().forEach(setting -> given.add(setting.getKey()));
        Manifests.containers(workload)
                .flatMap(container -> Manifests.stream(container.path("env")))
                .forEach(variable -> given.add(variable.path("name").asText()));
        Manifests.stream(Manifests.template(workload).at("/spec/volumes"))
                .flatMap(volume -> Manifests.stream(volume.at("/projected/sources")))
                .flatMap(source -> Manifests.stream(source.at("/secret/items")))
                .map(item -> item.path("path").asText())
                .filter(file -> file.startsWith("brigade."))
                .forEach(file -> given.add(Setting.variable(file)));

        Set<String> known = SETTINGS.all().stream().map(Setting::variable).collect(Collectors.toSet());
        Set<String> wrong = given.stream()
                .filter(variable -> variable.startsWith("BRIGADE_") && !known.contains(variable))
                .collect(Collectors.toCollection(TreeSet::new));
        SETTINGS.all().stream()
                .filter(setting -> setting.module() == service || setting.module() == Module.PLATFORM)
                .filter(setting -> !setting.optional() && !setting.isMap())
                .filter(setting -> SETTINGS.inProduction(setting, service).isEmpty())
                .map(Setting::variable)
                .filter(variable -> !given.contains(variable))
                .forEach(variable -> wrong.add("unset: " + variable));
        return wrong;
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void connectionsOfAllInstancesFitIntoPostgresql(String overlay) {
        Manifests manifests = Repository.manifests(overlay);
        int perInstance = Integer.parseInt(SETTINGS.value(Module.PLATFORM, "quarkus.datasource.reactive.max-size")
                        .orElseThrow())
                + 1;
        int ofReports = Integer.parseInt(SETTINGS.value(Module.PAYMENTS, "quarkus.datasource.replica.reactive.max-size")
                .orElseThrow());
        int most = manifests
                .kind("HorizontalPodAutoscaler")
                .filter(scaler -> !Manifests.name(scaler).equals("gateway"))
                .mapToInt(scaler -> (scaler.at("/spec/maxReplicas").asInt() + 1)
                        * (perInstance + (Manifests.name(scaler).equals("payments") ? ofReports : 0)))
                .sum();

        assertThat(manifests
                        .get("Cluster", "postgres")
                        .at("/spec/postgresql/parameters/max_connections")
                        .asInt())
                .isGreaterThan(most + 20);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void eachVersionsMigrationsAreAJobOfTheirOwnAndInstancesNeverMigrate(String overlay) {
        Manifests manifests = Repository.manifests(overlay);
        for (String service : Set.of("menu", "orders", "payments", "staff")) {
            JsonNode deployment = manifests.get("Deployment", service);
            String image = Manifests.containers(deployment)
                    .findFirst()
                    .orElseThrow()
                    .path("image")
                    .asText();
            JsonNode job = manifests.get("Job", service + "-migrations-" + image.substring(image.indexOf(':') + 1));

            assertThat(Manifests.containers(job)
                            .findFirst()
                            .orElseThrow()
                            .path("image")
                            .asText())
                    .isEqualTo(image);
            assertThat(variables(job)).containsEntry("BRIGADE_MIGRATIONS", "only");
            assertThat(variables(deployment)).containsEntry("BRIGADE_MIGRATIONS", "off");
        }
    }

    private static Map<String, String> variables(JsonNode workload) {
        var variables = new HashMap<String, String>();
        Manifests.containers(workload)
                .flatMap(container -> Manifests.stream(container.path("env")))
                .forEach(variable -> variables.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return variables;
    }

    @Test
    void theScriptMakesTheDocumentedSecretsAndStrongOnes() {
        Manifests made =
                Manifests.of(Repository.run("./secrets", "brigade.example").orElseThrow());
        var keys = new TreeMap<String, Set<String>>();
        made.kind("Secret").forEach(secret -> {
            keys.put(
                    Manifests.name(secret),
                    secret.path("data").properties().stream()
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet()));
            secret.path("data").properties().forEach(entry -> assertThat(SecretSetting.isWeak(
                            entry.getKey().startsWith("brigade.") ? entry.getKey() : "brigade.none",
                            new String(
                                    Base64.getDecoder().decode(entry.getValue().asText()), StandardCharsets.UTF_8)))
                    .as(Manifests.name(secret) + " " + entry.getKey())
                    .isFalse());
        });
        var documented = new TreeMap<>(Repository.documentedSecrets());
        // Only you know these two.
        assertThat(documented.remove("backup-store")).isNotEmpty();
        assertThat(documented.remove("brigade-erp")).isNotEmpty();

        assertThat(keys).isEqualTo(documented);
        assertThat(data(made, "postgres-brigade", "password")).isEqualTo(data(made, "brigade", "brigade.db.password"));
        assertThat(data(made, "postgres-payments-owner", "password"))
                .isEqualTo(data(made, "brigade-payments-migration", "brigade.db.migration-password"));
        assertThat(data(made, "brigade", "brigade.redis.url"))
                .isEqualTo("redis://:" + data(made, "redis", "password") + "@redis-master:6379");
        assertThat(data(made, "brigade", "token-public-keys.json"))
                .contains("\"kid\":\"" + data(made, "brigade-staff", "brigade.token.key-id") + "\"");
    }

    private static String data(Manifests manifests, String secret, String key) {
        String encoded = manifests.get("Secret", secret).path("data").path(key).asText();
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
