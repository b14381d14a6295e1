package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteConfigTest {

    private static final Path REPOSITORY = Path.of("/somewhere/brigade");

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        var config = SuiteConfig.of(REPOSITORY, Map.of());

        assertThat(config.home()).isEqualTo(REPOSITORY.resolve(".brigade"));
        assertThat(config.instances()).isEqualTo(2);
        assertThat(config.ports().https()).isEqualTo(8443);
        assertThat(config.ports().service(ServiceName.ORDERS, 2)).isEqualTo(8121);
        assertThat(config.ports().management(ServiceName.PAYMENTS, 1)).isEqualTo(9130);
        assertThat(config.externalDatabase()).isEmpty();
        assertThat(config.externalRedis()).isEmpty();
    }

    @Test
    void serversOfTheUsersOwnAreTakenFromTheEnvironment() {
        var config = SuiteConfig.of(
                REPOSITORY,
                Map.of(
                        "BRIGADE_DB_HOST",
                        "db.example",
                        "BRIGADE_DB_PASSWORD",
                        "p",
                        "BRIGADE_REDIS_URL",
                        "redis://r:1"));

        assertThat(config.externalDatabase()).contains(new DatabaseServer("db.example", 5432, "brigade", "p"));
        assertThat(config.externalRedis())
                .hasValueSatisfying(url -> assertThat(url.getPort()).isEqualTo(1));
    }

    @Test
    void aSettingThatIsNotUsableIsNamed() {
        assertThatThrownBy(() -> SuiteConfig.of(REPOSITORY, Map.of("BRIGADE_PORT_OFFSET", "many")))
                .hasMessageContaining("BRIGADE_PORT_OFFSET")
                .hasMessageContaining("many");
        assertThatThrownBy(() -> SuiteConfig.of(REPOSITORY, Map.of("BRIGADE_PORT_OFFSET", "60000")))
                .hasMessageContaining("BRIGADE_PORT_OFFSET");
        assertThatThrownBy(() -> SuiteConfig.of(REPOSITORY, Map.of("BRIGADE_INSTANCES", "0")))
                .hasMessageContaining("BRIGADE_INSTANCES");
    }

    @Test
    void aPasswordIsNotPrinted() {
        assertThat(new DatabaseServer("h", 1, "u", "secret")).asString().doesNotContain("secret");
    }
}
