package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brigade.local.secrets.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogstashAddressTest {

    @TempDir
    Path home;

    @Test
    void namesAndAddressesAreUnderstood() {
        assertThat(address("logs.example:12201")).contains(new LogstashAddress("logs.example", 12201));
        assertThat(address(" 10.0.0.7:5000 ")).contains(new LogstashAddress("10.0.0.7", 5000));
        assertThat(address("[fe80::1]:12201")).contains(new LogstashAddress("fe80::1", 12201));
        assertThat(address("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs.example", "logs.example:", ":12201", "a:0", "a:65535", "a:b", "udp:a:12201", "a b:1"})
    void whatIsNoAddressIsNamed(String value) {
        assertThatThrownBy(() -> address(value))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("BRIGADE_LOGSTASH")
                .hasMessageContaining(value);
    }

    @Test
    void servicesAreToldWhereToSendTheirLogsAndTheUsersOwnSettingsWin() {
        assertThat(variables(Map.of())).doesNotContainKey("QUARKUS_LOG_HANDLER_GELF_ENABLED");
        assertThat(variables(Map.of("BRIGADE_LOGSTASH", "logs.example:12201")))
                .containsEntry("QUARKUS_LOG_HANDLER_GELF_ENABLED", "true")
                .containsEntry("QUARKUS_LOG_HANDLER_GELF_HOST", "logs.example")
                .containsEntry("QUARKUS_LOG_HANDLER_GELF_PORT", "12201");
        assertThat(variables(
                        Map.of("BRIGADE_LOGSTASH", "logs.example:12201", "QUARKUS_LOG_HANDLER_GELF_ENABLED", "false")))
                .containsEntry("QUARKUS_LOG_HANDLER_GELF_ENABLED", "false");
    }

    @Test
    void whatWasSaidOnceHoldsUntilItIsTakenBackOrTheSuiteIsDown() {
        shipping(Map.of("BRIGADE_LOGSTASH", "logs.example:12201")).remember();
        assertThat(shipping(Map.of()).target()).contains(new LogstashAddress("logs.example", 12201));

        shipping(Map.of()).remember(); // a look after the suite from another shell
        assertThat(shipping(Map.of()).target()).isPresent();

        shipping(Map.of("BRIGADE_LOGSTASH", "none")).remember();
        assertThat(shipping(Map.of()).target()).isEmpty();

        shipping(Map.of("BRIGADE_LOGSTASH", "logs.example:12201")).remember();
        shipping(Map.of()).forget();
        assertThat(shipping(Map.of()).target()).isEmpty();
    }

    private Optional<LogstashAddress> address(String value) {
        return shipping(Map.of("BRIGADE_LOGSTASH", value)).target();
    }

    private LogShipping shipping(Map<String, String> environment) {
        var state = new StateFolder(home);
        state.create();
        return new LogShipping(SuiteConfig.of(Path.of("."), environment), state);
    }

    private Map<String, String> variables(Map<String, String> environment) {
        var state = new StateFolder(home);
        state.create();
        return new ServiceEnvironment(
                        SuiteConfig.of(Path.of("."), environment),
                        new Secrets(state.secrets()),
                        shipping(environment),
                        () -> new DatabaseServer("h", 1, "u", "p"),
                        () -> URI.create("redis://r:1"),
                        Optional.empty())
                .of(ServiceName.ORDERS, "orders-1");
    }
}
