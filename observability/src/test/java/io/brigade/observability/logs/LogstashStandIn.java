package io.brigade.observability.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Listens where Logstash would: GELF of the services on one UDP port of the loopback, the gateway's access log on the next
 * one. Hands on the documents that Logstash would index.
 */
public final class LogstashStandIn implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 4 << 20;

    private final GelfDecoder decoder = new GelfDecoder(InstantSource.system());
    private final Pipeline pipeline = new Pipeline(InstantSource.system());
    private final Consumer<ObjectNode> sink;
    private final DatagramSocket services;
    private final DatagramSocket gateway;
    private final List<Thread> receivers;

    private LogstashStandIn(int port, Consumer<ObjectNode> sink) throws SocketException {
        this.sink = sink;
        this.services = socket(port);
        this.gateway = socket(services.getLocalPort() + 1);
        this.receivers = List.of(
                receive(services, this::ofService),
                receive(gateway, (datagram, sender) -> Stream.of(pipeline.gatewayLine(datagram, sender))));
    }

    /** Starts to listen; the sink is called on two threads. */
    public static LogstashStandIn listen(int port, Consumer<ObjectNode> sink) {
        try {
            return new LogstashStandIn(port, sink);
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Value for BRIGADE_LOGSTASH. */
    public String address() {
        return "127.0.0.1:" + services.getLocalPort();
    }

    /** How many datagrams of services could not be unpacked. */
    public int undecodable() {
        return decoder.undecodable();
    }

    private Stream<ObjectNode> ofService(byte[] datagram, String sender) {
        return decoder.accept(datagram).stream().map(payload -> pipeline.serviceLine(payload, sender));
    }

    private static DatagramSocket socket(int port) throws SocketException {
        var socket = new DatagramSocket(null);
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private Thread receive(DatagramSocket socket, BiFunction<byte[], String, Stream<ObjectNode>> documents) {
        return Thread.ofPlatform().daemon().name("logstash-stand-in").start(() -> {
            var packet = new DatagramPacket(new byte[65_535], 65_535);
            while (!socket.isClosed()) {
                try {
                    socket.receive(packet);
                    byte[] datagram = Arrays.copyOf(packet.getData(), packet.getLength());
                    documents
                            .apply(datagram, packet.getAddress().getHostAddress())
                            .forEach(sink);
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    /** Returns when the ports are free. */
    @Override
    public void close() {
        services.close();
        gateway.close();
        try {
            for (Thread receiver : receivers) {
                receiver.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
