package io.brigade.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.brigade.local.install.Tools;
import io.brigade.local.process.PortOwner;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real NGINX, where it is installed, passes on of a trace, and what it sends to Logstash. */
class GatewayLoggingTest {

    private static final Path TEMPLATES = Path.of("../../gateway/nginx");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @TempDir
    Path folder;

    private final AtomicReference<Headers> seenByTheService = new AtomicReference<>(new Headers());
    private DatagramSocket logstash;
    private Suite suite;
    private HttpServer service;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Tools.find("nginx").isPresent(), "nginx is not installed");
        var repository = folder.resolve("repository");
        Files.createDirectories(repository.resolve("gateway/target/site"));
        Files.writeString(repository.resolve("gateway/target/site/index.html"), "<!DOCTYPE html><title>B</title>");
        Files.createSymbolicLink(repository.resolve("gateway/nginx"), TEMPLATES.toRealPath());
        var offset = IntStream.iterate(22_000, each -> each + 100)
                .filter(each -> PortOwner.isFree(8443 + each) && PortOwner.isFree(8110 + each))
                .findFirst()
                .orElseThrow();
        logstash = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        logstash.setSoTimeout(5_000);
        var environment = Map.of("BRIGADE_LOGSTASH", "127.0.0.1:" + (logstash.getLocalPort() - 1));
        suite = new Suite(
                new SuiteConfig(repository, folder.resolve("home"), new Ports(offset), 1, false, environment));
        suite.gateway().start();
        service = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(),
                        suite.group(ServiceName.MENU).instance(1).port()),
                0);
        service.createContext("/", exchange -> {
            seenByTheService.set(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.start();
        client = HttpClient.newBuilder().sslContext(suite.gateway().trust()).build();
    }

    @AfterEach
    void stop() {
        if (suite != null) {
            suite.gateway().stop();
            service.stop(0);
            logstash.close();
        }
    }

    @Test
    void aValidTraceIsPassedOnAsItCame() throws Exception {
        get("/api/menu", "traceparent", TRACEPARENT, "tracestate", "vendor=1");

        assertThat(seenByTheService.get().get("traceparent")).containsExactly(TRACEPARENT);
        assertThat(seenByTheService.get().get("tracestate")).containsExactly("vendor=1");
        assertThat(sentLine().path("trace_id").asText()).isEqualTo(TRACE);
    }

    @Test
    void aTraceOfALaterVersionIsPassedOnToo() throws Exception {
        var later = "cc-" + TRACE + "-00f067aa0ba902b7-01-what-the-future-will-be";

        get("/api/menu", "traceparent", later);

        assertThat(seenByTheService.get().get("traceparent")).containsExactly(later);
    }

    @Test
    void withoutAValidTraceOneBeginsAtTheGatewayAndForeignStateIsDropped() throws Exception {
        for (var invalid : new String[] {
            "nonsense",
            "ff-" + TRACE + "-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-" + TRACE + "-0000000000000000-01",
            TRACEPARENT + "-more",
            TRACEPARENT.toUpperCase(Locale.ROOT)
        }) {
            get("/api/menu", "traceparent", invalid, "tracestate", "vendor=1");

            var made = seenByTheService.get().getFirst("traceparent");
            assertThat(made)
                    .as(invalid)
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                    .doesNotContain(TRACE);
            assertThat(seenByTheService.get()).doesNotContainKey("tracestate");
            assertThat(made).startsWith("00-" + sentLine().path("trace_id").asText() + "-");
        }
    }

    @Test
    void oneLinePerRequestIsSentUnderTheNamesThatAreSearchedFor() throws Exception {
        get("/api/menu/dishes?pin=4821", "X-Request-Id", "from-the-phone-1", "Authorization", "Bearer some.token");

        var line = sentLine();
        assertThat(line.path("request_id").asText()).isEqualTo("from-the-phone-1");
        assertThat(line.path("message").asText()).isEqualTo("GET /api/menu/dishes 200");
        assertThat(line.path("level").asText()).isEqualTo("info");
        assertThat(line.path("route").asText()).isEqualTo("/api/menu");
        assertThat(line.at("/http/request/method").asText()).isEqualTo("GET");
        assertThat(line.at("/http/response/status_code").asInt()).isEqualTo(200);
        assertThat(line.at("/url/path").asText()).isEqualTo("/api/menu/dishes");
        assertThat(line.at("/service/name").asText()).isEqualTo("gateway");
        assertThat(line.at("/event/duration").asDouble())
                .isEqualTo(line.path("duration_ms").asDouble() * 1_000_000);
        assertThat(line.toString()).doesNotContain("pin=", "some.token");
    }

    @Test
    void anAnswerOf500IsAnErrorThere() throws Exception {
        service.stop(0);

        get("/api/menu");

        assertThat(sentLine().path("level").asText()).isEqualTo("error");
    }

    @Test
    void whileLogstashIsAwayTheGatewayWorksAndItsErrorLogStaysEmpty() throws Exception {
        logstash.close();

        for (var each = 0; each < 50; each++) {
            assertThat(get("/api/menu")).isEqualTo(200);
        }

        assertThat(suite.gateway().errorLog()).isEmptyFile();
    }

    private int get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(suite.gatewayUrl().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private JsonNode sentLine() throws IOException {
        var packet = new DatagramPacket(new byte[65_535], 65_535);
        logstash.receive(packet);
        var text = new String(packet.getData(), 0, packet.getLength(), UTF_8);
        assertThat(text).matches("<190>[A-Z][a-z]{2} [ 0-9]\\d \\d\\d:\\d\\d:\\d\\d nginx: \\{.*}");
        return new ObjectMapper().readTree(text.substring(text.indexOf('{')));
    }
}
