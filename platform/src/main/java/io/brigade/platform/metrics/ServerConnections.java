package io.brigade.platform.metrics;

import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the open connections of one HTTP server. */
final class ServerConnections implements HttpServerMetrics<Void, Void, Void> {

    private final AtomicInteger open = new AtomicInteger();

    int open() {
        return open.get();
    }

    @Override
    public Void connected(SocketAddress remoteAddress, String remoteName) {
        open.incrementAndGet();
        return null;
    }

    @Override
    public void disconnected(Void connection, SocketAddress remoteAddress) {
        open.decrementAndGet();
    }
}
