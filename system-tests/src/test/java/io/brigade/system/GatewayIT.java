package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSuite.class)
class GatewayIT {

    @Test
    void onlyTls13IsSpokenAndHttp2IsOffered() throws Exception {
        var context = RunningSuite.suite().gateway().trust();
        URI gateway = RunningSuite.suite().gatewayUrl();
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket(gateway.getHost(), gateway.getPort())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
        assertThat(Device.ofNobody().get("/health").http().version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(Device.ofNobody()
                        .get("/health")
                        .http()
                        .sslSession()
                        .orElseThrow()
                        .getProtocol())
                .isEqualTo("TLSv1.3");
    }

    @Test
    void plainHttpIsSentToHttps() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(
                                    RunningSuite.suite().gateway().plainUrl().resolve("/api/menu"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(308);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("https://");
        }
    }

    @Test
    void everyAnswerCarriesItsRequestIdAndTheSecurityHeaders() {
        Device.Answer answer = Device.camilleTheWaiter().get("/api/menu", "X-Request-Id", "table-4-dinner");

        assertThat(answer.http().headers().allValues("X-Request-Id")).containsExactly("table-4-dinner");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Server")).isIn(null, "nginx");
        assertThat(Device.ofNobody().get("/", "X-Request-Id", "<script>").header("X-Request-Id"))
                .doesNotContain("<");
    }

    @Test
    void healthIsToldByServiceAndManagementStaysInside() {
        assertThat(Device.ofNobody().get("/health").status()).isEqualTo(200);
        for (String service : List.of("menu", "orders", "payments", "staff")) {
            assertThat(Device.ofNobody().get("/health/" + service).status()).isEqualTo(200);
        }
        for (String inside : List.of("/metrics", "/ready", "/live", "/q/health", "/nginx_status", "/openapi")) {
            assertThat(Device.ofNobody().get(inside).status()).as(inside).isEqualTo(404);
        }
    }

    @Test
    void allFourDocumentsStandInOneSwaggerUi() {
        assertThat(Device.ofNobody().get("/api-docs/").body()).contains("swagger-ui");
        for (String service : List.of("menu", "orders", "payments", "staff")) {
            var document = Device.ofNobody()
                    .get("/api-docs/openapi/" + service + ".json")
                    .json();
            assertThat(document.at("/info/title").asText()).isEqualTo("Restaurant API");
            assertThat(document.at("/info/version").asText()).isEqualTo("2.0.0");
            assertThat(document.at("/info/contact/email").asText()).isNotBlank();
            assertThat(document.path("servers").findValuesAsText("description")).contains("Production", "Development");
            assertThat(document.at("/components/securitySchemes/bearerAuth/scheme")
                            .asText())
                    .isEqualTo("bearer");
            assertThat(document.at("/components/securitySchemes/bearerAuth/bearerFormat")
                            .asText())
                    .isEqualTo("JWT");
        }
        assertThat(Device.ofNobody().get("/.well-known/jwks.json").json().path("keys"))
                .isNotEmpty();
    }
}
