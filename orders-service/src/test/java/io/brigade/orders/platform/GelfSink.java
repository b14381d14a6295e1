package io.brigade.orders.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.fixture.StandInServer;
import io.brigade.platform.fixture.StandInServer.Reply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Where a log server and a trace collector would stand: keeps the log lines and the last batch of spans. */
public class GelfSink implements QuarkusTestResourceLifecycleManager {

    private static final List<JsonNode> LINES = new CopyOnWriteArrayList<>();
    private static volatile StandInServer collector;
    private static volatile DatagramSocket socket;
    private static volatile int port;

    @Override
    public Map<String, String> start() {
        open(0);
        collector = new StandInServer("/v1/traces", _ -> Reply.ok("{}"));
        return Map.of(
                "quarkus.log.handler.gelf.enabled",
                "true",
                "quarkus.log.handler.gelf.host",
                "127.0.0.1",
                "quarkus.log.handler.gelf.port",
                Integer.toString(port),
                "brigade.traces",
                collector.url(),
                "quarkus.otel.exporter.otlp.protocol",
                "http/protobuf",
                "quarkus.otel.bsp.schedule.delay",
                "PT0.2S");
    }

    @Override
    public void stop() {
        goAway();
        collector.close();
    }

    static List<JsonNode> lines() {
        return LINES;
    }

    /** The OTLP message that came last. */
    static byte[] spans() {
        return collector.lastBody();
    }

    static void goAway() {
        socket.close();
    }

    static void comeBack() {
        open(port);
    }

    private static void open(int wanted) {
        try {
            DatagramSocket opened = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            socket = opened;
            port = opened.getLocalPort();
            Thread.ofVirtual().start(() -> receive(opened));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void receive(DatagramSocket from) {
        ObjectMapper json = new ObjectMapper();
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        while (!from.isClosed()) {
            try {
                from.receive(packet);
                try (var unzipped =
                        new GZIPInputStream(new ByteArrayInputStream(packet.getData(), 0, packet.getLength()))) {
                    LINES.add(json.readTree(unzipped));
                }
            } catch (IOException closedOrNotGelf) {
                // a test that misses the line says so
            }
        }
    }
}
