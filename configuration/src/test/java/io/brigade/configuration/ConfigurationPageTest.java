package io.brigade.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.platform.config.SecretSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/configuration.md tells every setting there is, as the code has it. */
class ConfigurationPageTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path PAGE = REPOSITORY.resolve("docs/configuration.md");
    private static final Settings SETTINGS = new Settings(REPOSITORY);

    /** Names in code quotes in the first two columns of a table's row. */
    private static final Pattern QUARKUS_ROW = Pattern.compile("(?m)^\\| `((?:quarkus|mp)\\.[a-z.-]+)` \\| `([^`]+)`");

    /** Said by the demo to the browser's driver, and not for people. */
    private static final Set<String> OF_ITS_OWN = Set.of("BRIGADE_URL");

    private static final Pattern VARIABLE = Pattern.compile("\"(BRIGADE_[A-Z_]+)");

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        String page = Files.readString(PAGE);
        String renewed = new Page(SETTINGS).renew(page);
        if (System.getProperty("brigade.configuration.update") != null) {
            Files.writeString(PAGE, renewed);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/configuration.md is not what the code says; if the change is meant, run"
                        + " mvn -pl configuration -am test -Dbrigade.configuration.update and commit the page")
                .isEqualTo(renewed);
    }

    @Test
    void noSettingIsDeclaredTwiceForOneService() {
        for (Module service : Module.services()) {
            assertThat(Stream.concat(SETTINGS.of(Module.PLATFORM).stream(), SETTINGS.of(service).stream())
                            .map(Setting::name))
                    .as(service.folder())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverAFileSetsOrRefersToIsDeclared(Module module) {
        assertThat(SETTINGS.named(module)).isNotEmpty().allMatch(name -> SETTINGS.find(module, name)
                .isPresent());
    }

    /** A setting that is injected by its name alone has no Javadoc, and would be missing on the page. */
    @ParameterizedTest
    @EnumSource
    void noSettingOfOursIsReadWithoutADeclaration(Module module) throws IOException {
        try (Stream<Path> sources = Files.walk(module.sources(REPOSITORY))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                assertThat(text).as(source.toString()).doesNotContain("@ConfigProperty(name = \"brigade.");
                assertThat(text.contains("@ConfigMapping(")
                                && !source.toString().endsWith("Config.java"))
                        .as(source + " declares settings; its name ends in Config")
                        .isFalse();
            }
        }
    }

    @Test
    void noSecretHasAValueInProductionUnlessSomebodySetsIt() {
        List<Setting> secrets = SETTINGS.all().stream()
                .filter(setting -> setting.isSecret() || setting.namesSecretFile())
                .toList();

        assertThat(secrets)
                .extracting(Setting::name)
                .contains(
                        "brigade.db.password",
                        "brigade.db.migration-password",
                        "brigade.erp.secret",
                        "brigade.pin.pepper",
                        "brigade.setup.secret",
                        "brigade.token.private-key",
                        "brigade.fiscal.signing-key");
        for (Setting secret : secrets) {
            for (Module service : Module.services()) {
                // The role for migrations is the service's own unless there is another one.
                assertThat(SETTINGS.inProduction(secret, service).orElse("${brigade.db.password}"))
                        .as("%s of %s", secret.name(), service.folder())
                        .isEqualTo("${brigade.db.password}");
            }
        }
    }

    @Test
    void whatAFileHasForDevelopmentAndTestsIsRefusedInProduction() {
        for (Module module : Module.values()) {
            SETTINGS.outsideProduction(module).forEach((name, value) -> {
                if (SecretSetting.isSecret(name)) {
                    assertThat(SecretSetting.isWeak(name, value)).as(name).isTrue();
                }
            });
        }
    }

    @Test
    void quarkusSettingsOnThePageHaveTheirValuesInTheFiles() throws IOException {
        List<MatchResult> rows =
                QUARKUS_ROW.matcher(Files.readString(PAGE)).results().toList();

        assertThat(rows).hasSizeGreaterThan(4);
        for (MatchResult row : rows) {
            assertThat(Arrays.stream(Module.values()).flatMap(module -> SETTINGS.value(module, row.group(1)).stream()))
                    .as(row.group(1))
                    .contains(row.group(2));
        }
    }

    @Test
    void everyVariableOfTheLocalSuiteIsWrittenDown() throws IOException {
        String pages = Files.readString(PAGE) + Files.readString(REPOSITORY.resolve("README.md"));
        try (Stream<Path> sources = Files.walk(REPOSITORY.resolve("deploy/local/src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                assertThat(VARIABLE.matcher(Files.readString(source)).results().map(found -> found.group(1)))
                        .as(source.toString())
                        .allMatch(variable -> OF_ITS_OWN.contains(variable) || isWrittenDown(variable, pages));
            }
        }
    }

    private static boolean isWrittenDown(String variable, String pages) {
        return Pattern.compile("`" + variable + "[`:=]").matcher(pages).find();
    }
}
