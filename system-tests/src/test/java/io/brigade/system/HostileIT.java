package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.local.ServiceName;
import io.brigade.system.Device.Answer;
import io.brigade.system.RawClient.Heard;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the gateway makes of clients that mean harm. */
@ExtendWith(RunningSuite.class)
class HostileIT {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    /** The gateway waits ten seconds for a header, and as long for the next part of a body. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final String ASIDE = "GET /api/staff HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void requestsWhoseEndCanBeReadInTwoWaysAreRefusedAndNothingBehindThemIsRead() throws Exception {
        String post = "POST /api/auth/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        Map<String, String> ambiguous = new LinkedHashMap<>();
        ambiguous.put("a length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        ambiguous.put("chunks and a length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
        ambiguous.put("two lengths", "Content-Length: 0\r\nContent-Length: 5\r\n\r\n");
        ambiguous.put("a list of lengths", "Content-Length: 0, 5\r\n\r\n");
        ambiguous.put("chunks twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        ambiguous.put("chunks in something", "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
        ambiguous.put("something like chunks", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n");
        ambiguous.put("a length below nothing", "Content-Length: -1\r\n\r\n");
        ambiguous.put("a length with a sign", "Content-Length: +0\r\n\r\n");
        ambiguous.put("a length beyond numbers", "Content-Length: 99999999999999999999\r\n\r\n");
        ambiguous.put("a header before a blank", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n");
        ambiguous.put("a chunk below nothing", "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n");
        ambiguous.put("a chunk beyond numbers", "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n\r\n");
        for (Map.Entry<String, String> each : ambiguous.entrySet()) {
            Heard heard = said(post + each.getValue() + ASIDE);

            assertThat(heard.statuses()).as(each.getKey() + "\n" + heard.text()).hasSize(1);
            assertThat(heard.statuses().getFirst()).as(each.getKey()).isIn(400, 413);
            assertThat(heard.closed()).as(each.getKey()).isTrue();
            assertThat(heard.text()).as(each.getKey()).doesNotContain("UNAUTHENTICATED", "staff_id");
            isAProblem(heard);
        }
    }

    @Test
    void requestsThatAreNoGoodHttpAreRefusedAsProblems() throws Exception {
        String end = "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        Map<String, Integer> bad = new LinkedHashMap<>();
        bad.put("GET /api/menu HTTP/1.1\r\nConnection: close\r\n\r\n", 400); // nobody is asked
        bad.put("GET /api/menu HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
        bad.put("GET /api/menu HTTP/1.1\r\nHost: a/../b\r\n\r\n", 400);
        bad.put("GET /api/menu HTTP/3.7" + end, 400);
        bad.put("GET  HTTP/1.1" + end, 400);
        bad.put("get /api/menu HTTP/1.1" + end, 400);
        bad.put("GET /api/%00 HTTP/1.1" + end, 400);
        bad.put("GET /api/\0 HTTP/1.1" + end, 400);
        bad.put("GET /api/%zz HTTP/1.1" + end, 400);
        bad.put("GET /../../etc/passwd HTTP/1.1" + end, 400);
        bad.put("GET /api/menu HTTP/1.1\r\nX-Bad: a\0b\r\nHost: localhost\r\n\r\n", 400);
        bad.put("TRACE /api/menu HTTP/1.1" + end, 405);
        bad.put("GET /api/orders?q=" + "x".repeat(4_100) + " HTTP/1.1" + end, 414);
        bad.put("GET /" + "x".repeat(9_000) + " HTTP/1.1" + end, 414);
        bad.put("GET /api/menu HTTP/1.1\r\nX-Long: " + "x".repeat(9_000) + end, 431);
        bad.put("GET /api/menu HTTP/1.1\r\n" + "X-Many: x\r\n".repeat(5_000) + end, 431);
        for (Map.Entry<String, Integer> each : bad.entrySet()) {
            Heard heard = said(each.getKey());
            String request =
                    each.getKey().substring(0, Math.min(60, each.getKey().length()));

            assertThat(heard.statuses()).as("%s%n%s", request, heard.text()).containsExactly(each.getValue());
            isAProblem(heard);
        }
    }

    /** NGINX says 405 to it since 1.21.1, and 400 to a host without the port. */
    @Test
    void nobodyIsConnectedThroughUs() throws Exception {
        Heard heard = said("CONNECT localhost:9110 HTTP/1.1\r\nHost: localhost:9110\r\nConnection: close\r\n\r\n");

        assertThat(heard.statuses()).hasSize(1).isSubsetOf(400, 405);
        isAProblem(heard);
    }

    @Test
    void oldClientsAreServed() throws Exception {
        assertThat(said("GET /health HTTP/1.0\r\n\r\n").statuses()).containsExactly(200);
        assertThat(said("GET /api/menu HTTP/1.0\r\n\r\n").statuses()).containsExactly(401);
    }

    @Test
    void anAddressInTheRequestLineIsNotAskedInsteadOfUs() throws Exception {
        int management = RunningSuite.suite().config().ports().management(ServiceName.MENU, 1);
        Heard heard = said("GET http://127.0.0.1:" + management
                + "/metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(heard.statuses()).containsExactly(404);
        isAProblem(heard);
    }

    @Test
    void noPathLeadsToWhatIsBehind() throws Exception {
        for (String inside : List.of("metrics", "ready", "live", "q/health", "q/dev", "openapi", "nginx_status")) {
            for (String way : List.of(
                    "/%s",
                    "//%s",
                    "/./%s",
                    "/api/../%s",
                    "/api/menu/../../%s",
                    "/api/%%2e%%2e/%s",
                    "/api/menu/..%%2f..%%2f%s",
                    "/api/menu/..%%252f..%%252f%s",
                    "/api/menu;/../../%s",
                    "/api/menu/..;/..;/%s",
                    "/api/menu\\..\\..\\%s",
                    "/api/menu/%%5c..%%5c..%%5c%s",
                    "/api-docs/openapi/..%%2f%s",
                    "/api/menu%%23/../../%s",
                    "/%s%%3f",
                    "/%s;x=/api/menu",
                    "/api/menu/%s",
                    "/-/ready/%s",
                    "/-/problems/%s")) {
                String path = String.format(way, inside);
                Heard heard = said("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

                assertThat(heard.statuses()).as(path).hasSize(1);
                assertThat(heard.statuses().getFirst()).as(path).isIn(400, 401, 404, 405);
                assertThat(heard.text()).as(path).doesNotContain("jvm_", "openapi: ", "Active connections", "checks");
                isAProblem(heard);
            }
        }
    }

    @Test
    void whoIsSlowOnPurposeIsCutOff() throws Exception {
        String post = "POST /api/auth/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        Map<String, Callable<Heard>> slow = Map.of(
                "says nothing", () -> slowly("", ""),
                "a header without an end", () -> slowly("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "x"),
                "a body that does not come", () -> slowly(post + "Content-Length: 100\r\n\r\n{", ""),
                "chunks that do not come", () -> slowly(post + "Transfer-Encoding: chunked\r\n\r\n5\r\n{", ""));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = slow.entrySet().stream()
                    .map(each -> Map.entry(each.getKey(), threads.submit(each.getValue())))
                    .toList();
            for (var each : all) {
                Heard heard = each.getValue().get();
                assertThat(heard.closed()).as(each.getKey()).isTrue();
                assertThat(heard.text()).as(each.getKey()).doesNotContain("<html");
            }
        }
    }

    @Test
    void pagesOfOtherSitesLearnNothing() throws Exception {
        String evil = "https://evil.example";
        Device waiter = Device.camilleTheWaiter();
        for (Answer answer : List.of(
                waiter.get("/api/menu", "Origin", evil),
                waiter.get("/api/nowhere", "Origin", evil),
                Device.ofNobody().get("/", "Origin", evil),
                Device.ofNobody()
                        .send(
                                "OPTIONS",
                                "/api/orders",
                                null,
                                "Origin",
                                evil,
                                "Access-Control-Request-Method",
                                "POST",
                                "Access-Control-Request-Headers",
                                "authorization"))) {
            assertThat(answer.http().headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
        }
        assertThat(handshake(evil).statuses()).containsExactly(403);
        assertThat(handshake("null").statuses()).containsExactly(403);
        assertThat(handshake(RunningSuite.suite().gatewayUrl().toString()).statuses())
                .containsExactly(101);
    }

    @Test
    void aSocketNeedsAToken() throws Exception {
        Heard heard = answered("""
                GET /ws/events HTTP/1.1\r
                Host: localhost\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """);

        assertThat(heard.statuses()).containsExactly(401);
    }

    @Test
    void everyKindOfAnswerIsLockedDown() {
        Device waiter = Device.camilleTheWaiter();
        Stream.of(
                        Device.ofNobody().get("/"),
                        Device.ofNobody().get("/waiter/tables"),
                        Device.ofNobody().get("/api-docs/"),
                        Device.ofNobody().get("/api-docs/openapi/menu.json"),
                        Device.ofNobody().get("/health"),
                        Device.ofNobody().get("/nowhere"),
                        Device.ofNobody().get("/.well-known/jwks.json"),
                        waiter.get("/api/menu"),
                        waiter.get("/api/nowhere"),
                        waiter.get("/api/staff"))
                .forEach(answer -> {
                    Map<String, List<String>> headers = answer.http().headers().map();
                    for (String once : Set.of(
                            "strict-transport-security",
                            "x-content-type-options",
                            "x-frame-options",
                            "referrer-policy",
                            "content-security-policy",
                            "cross-origin-opener-policy",
                            "permissions-policy")) {
                        assertThat(headers.get(once))
                                .as("%s of %s", once, answer.http())
                                .hasSize(1);
                    }
                    assertThat(answer.header("Content-Security-Policy"))
                            .contains("default-src", "frame-ancestors 'none'")
                            .doesNotContain("unsafe-eval", "script-src 'unsafe-inline'", "*");
                    assertThat(headers).doesNotContainKeys("x-powered-by", "via");
                });
    }

    private static Heard said(String request) throws IOException {
        try (var client = new RawClient()) {
            return client.say(request).hear(A_MOMENT);
        }
    }

    private static Heard answered(String request) throws IOException {
        try (var client = new RawClient()) {
            return client.say(request).hearHeaders(A_MOMENT);
        }
    }

    /** Begins, and sends a bit every few seconds. */
    private static Heard slowly(String begun, String bit) throws IOException {
        try (var client = new RawClient()) {
            client.say(begun);
            Heard heard = client.hear(LIMIT.dividedBy(2));
            assertThat(heard.closed()).isFalse();
            client.say(bit);
            return client.hear(LIMIT.multipliedBy(2));
        }
    }

    private static Heard handshake(String origin) throws IOException {
        String token = "quarkus-http-upgrade#Authorization#Bearer "
                + Device.camilleTheWaiter().token();
        return answered("GET /ws/events HTTP/1.1\r\nHost: localhost:"
                + RunningSuite.suite().gatewayUrl().getPort()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nOrigin: " + origin
                + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Protocol: bearer-token-carrier, "
                + URLEncoder.encode(token, StandardCharsets.UTF_8).replace("+", "%20")
                + "\r\n\r\n");
    }

    private static void isAProblem(Heard heard) {
        assertThat(heard.text())
                .contains("application/problem+json", "\"type\":\"/problems/")
                .doesNotContain("<html");
    }
}
