package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.local.install.Tools;
import io.brigade.local.process.Shell;
import io.brigade.local.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that becomes NGINX in the gateway's image, with the templates that ./brigade uses, too. */
class GatewayImageTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void asInACompose() {
        var certificate = new Secrets(folder).tlsCertificate();
        certificate.ensure();
        variables.putAll(Map.of(
                "TEMPLATES",
                        Scripts.DEPLOY.resolve("../gateway/nginx").normalize().toString(),
                "SITE", folder.toString(),
                "GATEWAY_HOME", folder.resolve("home").toString(),
                "TLS_CERTIFICATE", certificate.certificate().toString(),
                "TLS_KEY", certificate.key().toString(),
                "MENU_INSTANCES", "127.0.0.11 127.0.0.12",
                "ORDERS_INSTANCES", "localhost",
                "PAYMENTS_INSTANCES", "nowhere.invalid",
                "STAFF_INSTANCES", "localhost"));
    }

    @Test
    void thisMachinesNginxTakesWhatItMakesOfTheTemplates() throws IOException {
        assertThat(Tools.find("nginx")).isPresent();

        start().orFail("start check failed");

        assertThat(rendered("upstreams.conf"))
                .contains("server 127.0.0.11:8080 max_fails=3 fail_timeout=2s;", "server 127.0.0.12:9000 max_fails=0;")
                .contains("server 127.0.0.1:1 down;");
        assertThat(rendered("servers.conf")).contains("listen 8180;", "https://$host:8443$request_uri");
        assertThat(rendered("delivery.conf")).contains("http://${service}_any", "http://$service;");
        assertThat(rendered("request.conf"))
                .contains("access_log \"/dev/stdout\"")
                .doesNotContain("syslog");
    }

    @Test
    void aNewNginxFollowsNamesByItself() throws IOException {
        variables.put("PATH", nginxThatSaysItIs("1.28.0") + ":" + System.getenv("PATH"));
        variables.put("RESOLVER", "10.0.0.10 valid=5s");
        variables.put("HTTPS_PORT", "443");

        start().orFail("start check failed");

        assertThat(rendered("upstreams.conf"))
                .contains("resolver 10.0.0.10 valid=5s;", "server nowhere.invalid:8080 resolve max_fails=3");
        assertThat(rendered("servers.conf"))
                .contains("listen 8443 ssl;", "http2 on;", "https://$host$request_uri")
                .doesNotContain("ssl http2");
    }

    @Test
    void theAccessLogGoesToLogstashWhenItIsSaidWhere() throws IOException {
        variables.put("LOGSTASH", "localhost:12201");

        start().orFail("start check failed");

        assertThat(rendered("request.conf")).containsPattern("syslog:server=(127\\.0\\.0\\.1|\\[::1]):12202,tag=nginx");
        assertThat(rendered("nginx.conf")).contains("error_log \"stderr\" crit;");
    }

    @Test
    void withoutInstancesItSaysWhatIsMissing() {
        variables.remove("ORDERS_INSTANCES");

        assertThat(start().output()).contains("ORDERS_INSTANCES");
        assertThat(start().ok()).isFalse();
    }

    @Test
    void withoutACertificateItDoesNotStart() {
        variables.put("TLS_KEY", folder.resolve("nowhere").toString());

        assertThat(start().ok()).isFalse();
    }

    private Shell.Result start() {
        return Scripts.run(Scripts.DEPLOY.resolve("images/gateway/start"), variables, "check");
    }

    private String rendered(String file) throws IOException {
        return Files.readString(folder.resolve("home/conf").resolve(file));
    }

    private Path nginxThatSaysItIs(String version) throws IOException {
        var programs = Files.createDirectories(folder.resolve("bin"));
        var nginx = Files.writeString(
                programs.resolve("nginx"),
                "#!/bin/sh\n[ \"$1\" != -v ] || echo 'nginx version: nginx/%s' >&2\n".formatted(version));
        Files.setPosixFilePermissions(nginx, PosixFilePermissions.fromString("rwxr-xr-x"));
        return programs;
    }
}
