package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.brigade.local.install.Tools;
import io.brigade.local.process.PortOwner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real NGINX, where it is installed, before stand-ins for services. */
class GatewayTest {

    private static final Path TEMPLATES = Path.of("../../gateway/nginx");

    @TempDir
    Path folder;

    private Suite suite;
    private HttpClient client;
    private final List<HttpServer> servers = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Tools.find("nginx").isPresent(), "nginx is not installed");
        var repository = folder.resolve("repository");
        Path site = repository.resolve("gateway/target/site");
        Files.createDirectories(site.resolve("assets"));
        Files.writeString(site.resolve("index.html"), "<!DOCTYPE html><title>Brigade</title>");
        Files.writeString(site.resolve("assets/index-1a2b3c.js"), "plain");
        Files.writeString(site.resolve("assets/index-1a2b3c.js.gz"), "compressed when it was built");
        Files.createSymbolicLink(repository.resolve("gateway/nginx"), TEMPLATES.toRealPath());
        var offset = IntStream.iterate(21_000, each -> each + 100)
                .filter(each -> PortOwner.isFree(8443 + each) && PortOwner.isFree(8110 + each))
                .findFirst()
                .orElseThrow();
        suite = new Suite(new SuiteConfig(repository, folder.resolve("home"), new Ports(offset), 2, false, Map.of()));
        suite.gateway().start();
        client = HttpClient.newBuilder().sslContext(suite.gateway().trust()).build();
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
        if (suite != null) {
            suite.gateway().stop();
        }
    }

    @Test
    void anInstanceThatIsGoneCostsNoRequest() throws Exception {
        serveMenu(1, 200);
        var second = serveMenu(2, 200);
        assertThat(statuses("GET", 10, "")).containsOnly(200);

        second.stop(0);

        assertThat(statuses("GET", 20, "")).containsOnly(200);
        assertThat(statuses("POST", 20, "some-key")).containsOnly(200);
        assertThat(statuses("POST", 20, "")).containsOnly(200);
        assertThat(statuses("PUT", 20, "")).containsOnly(200);
    }

    @Test
    void aReadThatOneInstanceCannotServeIsAskedOfTheOther() throws Exception {
        serveMenu(1, 503);
        serveMenu(2, 200);

        assertThat(statuses("GET", 10, "")).containsOnly(200);
    }

    @Test
    void answersOf503DoNotCloseTheServiceForOthers() throws Exception {
        serveMenu(1, 503);
        serveMenu(2, 503);

        assertThat(statuses("GET", 10, "")).containsOnly(503);
        assertThat(send("GET", "/api/menu", "").body()).isEqualTo("from instance");
    }

    @Test
    void nobodyThereIsAProblemDocumentThatSaysWhenToComeBack() throws Exception {
        for (var answer : List.of(send("GET", "/api/menu", ""), send("POST", "/api/menu", ""))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().allValues("Retry-After")).containsExactly("1");
            assertThat(answer.body()).contains("\"code\":\"DEPENDENCY_UNAVAILABLE\"", "\"instance\":\"/api/menu\"");
        }
    }

    @Test
    void anUnknownPathIsAProblemDocument() throws Exception {
        assertThat(send("GET", "/api/nothing?pin=1234", "").body())
                .contains("\"status\":404", "\"instance\":\"/api/nothing\"")
                .doesNotContain("pin=");
    }

    @Test
    void healthTellsUpOrDownAndNothingElse() throws Exception {
        serve(suite.group(ServiceName.MENU).instance(2).managementUrl().getPort(), 200);

        assertThat(send("GET", "/health/menu", "").body()).isEqualTo("{\"service\":\"menu\",\"status\":\"up\"}");
        assertThat(send("GET", "/health/orders", "").statusCode()).isEqualTo(503);
    }

    @Test
    void theRequestIdIsReturnedOnce() throws Exception {
        serveMenu(1, 200);

        var request = HttpRequest.newBuilder(suite.gatewayUrl().resolve("/api/menu"))
                .header("X-Request-Id", "from-the-phone-1")
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).headers().allValues("X-Request-Id"))
                .containsExactly("from-the-phone-1");
    }

    @Test
    void servicesHearOfTheHostAndPortThatThePageHas() throws Exception {
        var heard = new ConcurrentHashMap<String, List<String>>();
        var port = suite.group(ServiceName.MENU).instance(1).port();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        servers.add(server);
        server.createContext("/", exchange -> {
            heard.putAll(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();

        send("GET", "/api/menu", "");

        var gateway = suite.gatewayUrl();
        assertThat(heard.get("X-forwarded-host")).containsExactly("localhost:" + gateway.getPort());
        assertThat(heard.get("X-forwarded-port")).containsExactly("" + gateway.getPort());
        assertThat(heard.get("X-forwarded-proto")).containsExactly("https");
    }

    @Test
    void theApplicationsPathsShowItsPageAndOthersStayProblems() throws Exception {
        for (var path : List.of("/", "/sign-in", "/waiter", "/waiter/tables/4", "/till", "/kitchen", "/admin/staff")) {
            var page = send("GET", path, "");
            assertThat(page.body()).as(path).contains("<title>Brigade</title>");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("script-src 'self';", "connect-src 'self' wss://localhost:")
                    .doesNotContain("unsafe");
        }
        for (var path : List.of("/waiters", "/metrics", "/api/", "/waiter.php", "/assets/index-0.js", "/ws")) {
            var nothing = send("GET", path, "");
            assertThat(nothing.statusCode()).as(path).isEqualTo(404);
            assertThat(nothing.body()).contains("\"code\":\"NOT_FOUND\"");
            assertThat(nothing.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    @Test
    void assetsAreKeptForEverAndSentAsTheyWereCompressed() throws Exception {
        var asset = suite.gatewayUrl().resolve("/assets/index-1a2b3c.js");
        var compressed = client.send(
                HttpRequest.newBuilder(asset).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofString());

        assertThat(compressed.body()).isEqualTo("compressed when it was built");
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/javascript");
        assertThat(compressed.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(send("GET", "/assets/index-1a2b3c.js", "").body()).isEqualTo("plain");
    }

    private HttpServer serveMenu(int instance, int status) throws IOException {
        return serve(suite.group(ServiceName.MENU).instance(instance).port(), status);
    }

    private HttpServer serve(int port, int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("X-Request-Id", "from-the-service");
            var body = "from instance".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return server;
    }

    private List<Integer> statuses(String method, int times, String key) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var each = 0; each < times; each++) {
            statuses.add(send(method, "/api/menu", key).statusCode());
        }
        return statuses;
    }

    private HttpResponse<String> send(String method, String path, String key) throws Exception {
        var request = HttpRequest.newBuilder(suite.gatewayUrl().resolve(path))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
