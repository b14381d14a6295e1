package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brigade.local.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderedGatewayTest {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path home;

    @Test
    void everyPlaceholderOfTheRealTemplatesHasAValue() {
        assertThat(rendered(Map.of()).values()).noneMatch(text -> text.matches("(?s).*\\$\\{[A-Z].*"));
    }

    @Test
    void whatNginxCallsAVariableIsLeftAlone() {
        assertThat(rendered(Map.of()).get("delivery.conf")).contains("http://${service}_any", "http://$service;");
    }

    @Test
    void aThirdInstanceIsOneSettingAway() {
        assertThat(rendered(Map.of("BRIGADE_INSTANCES", "3")).get("upstreams.conf"))
                .contains("server 127.0.0.1:8122 max_fails=3 fail_timeout=2s;", "server 127.0.0.1:9122 max_fails=0;");
    }

    @Test
    void theOffsetShiftsWhatTheGatewayListensOnAndWhatItAsks() {
        var rendered = rendered(Map.of("BRIGADE_PORT_OFFSET", "10000"));

        assertThat(rendered.get("servers.conf"))
                .contains("listen 127.0.0.1:18443 ssl http2;", "listen 127.0.0.1:18180;", "$host:18443$request_uri");
        assertThat(rendered.get("upstreams.conf"))
                .contains("server 127.0.0.1:18110 ")
                .doesNotContain(":8110");
    }

    @Test
    void aPlaceholderWithoutAValueIsAnError() throws IOException {
        Files.writeString(home.resolve("some.conf.template"), "listen ${NOBODY_SETS_THIS};");

        assertThatThrownBy(() -> Templates.render(home, Map.of()))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("NOBODY_SETS_THIS");
    }

    private Map<String, String> rendered(Map<String, String> environment) {
        var config = SuiteConfig.of(REPOSITORY, environment);
        var state = new StateFolder(home);
        state.create();
        var configuration = new NginxConfiguration(config, state, new Secrets(state.secrets()).tlsCertificate());
        return Templates.render(configuration.templates(), configuration.values());
    }
}
