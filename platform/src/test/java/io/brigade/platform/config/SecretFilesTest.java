package io.brigade.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of files, as containers get their secrets: each file is the setting that it is named like. */
class SecretFilesTest {

    private static final int ORDINAL_OF_THE_ENVIRONMENT = 300;

    @TempDir
    Path secrets;

    @Test
    void aFileNamedLikeASettingSetsItWithoutItsLineEnd() throws IOException {
        Files.writeString(secrets.resolve("brigade.db.password"), "from-a-file\n");

        SmallRyeConfig config = configured(Map.of("brigade.db.user", "brigade"));

        assertThat(config.getValue("brigade.db.password", String.class)).isEqualTo("from-a-file");
    }

    @Test
    void whatIsMadeOfASecretSeesTheFile() throws IOException {
        Files.writeString(secrets.resolve("brigade.redis.url"), "redis://:from-a-file@redis:6379");
        Files.writeString(secrets.resolve("brigade.db.password"), "from-a-file");

        SmallRyeConfig config = configured(Map.of());

        assertThat(config.getValue("quarkus.redis.hosts", String.class)).isEqualTo("redis://:from-a-file@redis:6379");
        assertThat(config.getValue("quarkus.datasource.password", String.class)).isEqualTo("from-a-file");
        assertThat(config.getValue("quarkus.flyway.password", String.class)).isEqualTo("from-a-file");
    }

    @Test
    void theEnvironmentGoesBeforeAFile() throws IOException {
        Files.writeString(secrets.resolve("brigade.pin.pepper"), "from-a-file");

        SmallRyeConfig config = configured(Map.of("brigade.pin.pepper", "from-the-environment"));

        assertThat(config.getValue("brigade.pin.pepper", String.class)).isEqualTo("from-the-environment");
    }

    @Test
    void withoutTheFolderASecretIsMissingAndNotEmpty() {
        SmallRyeConfig config = configured(Map.of(
                "smallrye.config.source.file.locations",
                secrets.resolve("nowhere").toString()));

        assertThat(config.getOptionalValue("brigade.db.password", String.class)).isEmpty();
    }

    private SmallRyeConfig configured(Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>();
        variables.put("smallrye.config.source.file.locations", secrets.toString());
        variables.putAll(environment);
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredSources()
                .addPropertiesSources()
                .withSources(new PropertiesConfigSource(variables, "environment", ORDINAL_OF_THE_ENVIRONMENT))
                .build();
    }
}
