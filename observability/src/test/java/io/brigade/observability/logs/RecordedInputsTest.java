package io.brigade.observability.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends what was recorded to the stand-in and gets the documents that a real Logstash is expected to make. */
class RecordedInputsTest {

    private static final Path RECORDED = Path.of("logstash/recorded");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAST_LINE = "the last line of this case";
    private static final BlockingQueue<ObjectNode> DOCUMENTS = new LinkedBlockingQueue<>();
    private static LogstashStandIn logstash;

    @BeforeAll
    static void listen() {
        logstash = LogstashStandIn.listen(freePort(), DOCUMENTS::add);
    }

    @AfterAll
    static void stop() {
        logstash.close();
    }

    static Stream<Path> cases() throws IOException {
        try (var folders = Files.walk(RECORDED, 2)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("documents.expected.json")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void makesTheExpectedDocuments(Path recorded) throws Exception {
        var port = Integer.parseInt(logstash.address().replaceFirst(".*:", ""));
        var services = recorded.getParent().endsWith("services");
        try (var datagrams = Files.list(recorded)) {
            for (var file : datagrams
                    .filter(each -> each.toString().endsWith(".datagram"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                send(Files.readAllBytes(file), services ? port : port + 1);
            }
        }
        send(
                ("{\"short_message\":\"" + LAST_LINE + "\",\"message\":\"" + LAST_LINE + "\"}").getBytes(UTF_8),
                services ? port : port + 1);

        var expected = JSON.readTree(recorded.resolve("documents.expected.json").toFile());
        var made = documents();
        assertThat(made).as(made::toString).hasSameSizeAs(expected);
        for (var number = 0; number < made.size(); number++) {
            assertThat(ExpectedDocument.differences(
                            expected.get(number), JSON.readTree(made.get(number).toString())))
                    .as(made.get(number).toString())
                    .isEmpty();
        }
    }

    @Test
    void everyKindOfInputIsThere() throws IOException {
        assertThat(cases().map(folder -> folder.getParent().getFileName() + "/" + folder.getFileName()))
                .contains(
                        "services/plain",
                        "services/gzip",
                        "services/zlib",
                        "services/chunked",
                        "services/chunked-out-of-order",
                        "services/chunked-one-missing",
                        "services/malformed-json",
                        "services/oversized-plain",
                        "services/unknown-fields",
                        "services/stack-trace",
                        "services/utf-8",
                        "gateway/api",
                        "gateway/error-page",
                        "gateway/upgrade");
    }

    private static List<ObjectNode> documents() throws InterruptedException {
        var documents = Stream.<ObjectNode>builder();
        while (true) {
            var document = DOCUMENTS.poll(10, TimeUnit.SECONDS);
            assertThat(document).as("a line that was sent").isNotNull();
            if (document.path("message").asText().equals(LAST_LINE)) {
                return documents.build().toList();
            }
            documents.add(document);
        }
    }

    private static void send(byte[] datagram, int port) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(
                    datagram, datagram.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        }
    }

    /** A free one whose successor is free as well, as far as can be told. */
    private static int freePort() {
        while (true) {
            try (var first = new DatagramSocket();
                    var next = new DatagramSocket(first.getLocalPort() + 1)) {
                return next.getLocalPort() - 1;
            } catch (IOException taken) {
                // the next try gets another one
            }
        }
    }
}
