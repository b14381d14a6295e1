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
    void whatIsBeingReplacedIsAskedOnlyWhenTheOthersCanNotBe() {
        var suite = new Suite(SuiteConfig.of(REPOSITORY, Map.of()).at(home, 0));
        var rotation = new Rotation();
        rotation.rest(suite.service("menu").instance(1));

        assertThat(rendered(Map.of(), rotation).get("upstreams.conf"))
                .contains(
                        "server 127.0.0.1:8110 max_fails=3 fail_timeout=2s backup;",
                        "server 127.0.0.1:8111 max_fails=3 fail_timeout=2s;",
                        "server 127.0.0.1:8110 max_fails=0 backup;");

        rotation.rest(suite.service("menu").instance(2));
        assertThat(rendered(Map.of(), rotation).get("upstreams.conf")).doesNotContain("backup");
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
    void whatOneTokenMayAskIsOneSetting() {
        assertThat(rendered(Map.of()).get("request.conf")).contains("zone=token_holders:10m rate=50r/s;");

        var strict = rendered(Map.of("BRIGADE_REQUESTS_PER_SECOND", "5"));
        assertThat(strict.get("request.conf")).contains("zone=token_holders:10m rate=5r/s;");
        assertThat(strict.get("servers.conf")).contains("zone=token_holders burst=20 nodelay;");

        assertThatThrownBy(() -> rendered(Map.of("BRIGADE_REQUESTS_PER_SECOND", "0")))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("between 1 and");
    }

    @Test
    void aPlaceholderWithoutAValueIsAnError() throws IOException {
        Files.writeString(home.resolve("some.conf.template"), "listen ${NOBODY_SETS_THIS};");

        assertThatThrownBy(() -> Templates.render(home, Map.of()))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("NOBODY_SETS_THIS");
    }

    @Test
    void theAccessLogGoesToLogstashOnlyWhenThereIsOne() {
        assertThat(rendered(Map.of()).get("request.conf"))
                .contains("json_lines buffer=64k flush=1s;")
                .doesNotContain("syslog");

        assertThat(rendered(Map.of("BRIGADE_LOGSTASH", "localhost:12201")).get("request.conf"))
                .contains("json_lines buffer=64k flush=1s;")
                .contains("access_log syslog:server=127.0.0.1:12202,tag=nginx,severity=info,nohostname"
                        + " json_for_logstash;");
        assertThat(rendered(Map.of("BRIGADE_LOGSTASH", "[::1]:5000")).get("request.conf"))
                .contains("syslog:server=[0:0:0:0:0:0:0:1]:5001,");
    }

    @Test
    void aLogstashWhoseHostIsUnknownDoesNotKeepTheGatewayFromStarting() {
        assertThat(rendered(Map.of("BRIGADE_LOGSTASH", "logstash.invalid:12201"))
                        .get("request.conf"))
                .doesNotContain("syslog");
    }

    @Test
    void aLogstashThatIsAwayDoesNotFillTheErrorLog() {
        assertThat(rendered(Map.of()).get("nginx.conf")).contains("error.log\" warn;");
        assertThat(rendered(Map.of("BRIGADE_LOGSTASH", "127.0.0.1:1")).get("nginx.conf"))
                .contains("error.log\" crit;", "error.log\" error;");
    }

    private Map<String, String> rendered(Map<String, String> environment) {
        return rendered(environment, new Rotation());
    }

    private Map<String, String> rendered(Map<String, String> environment, Rotation rotation) {
        var config = SuiteConfig.of(REPOSITORY, environment);
        var state = new StateFolder(home);
        state.create();
        var configuration =
                new NginxConfiguration(config, state, rotation, new Secrets(state.secrets()).tlsCertificate());
        return Templates.render(configuration.templates(), configuration.values());
    }
}
