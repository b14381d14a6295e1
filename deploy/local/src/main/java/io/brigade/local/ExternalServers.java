package io.brigade.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Makes components of servers that the user named by BRIGADE_DB_HOST and BRIGADE_REDIS_URL. */
final class ExternalServers {

    private static final int CONNECT_MILLIS = 2000;
    private static final int REDIS_PORT = 6379;

    private ExternalServers() {}

    /** PostgreSQL; the services' databases are made there unless they exist. */
    static Component database(DatabaseServer server, StateFolder state) {
        return new External(
                "postgres",
                server.toString(),
                server.port(),
                state.log("postgres"),
                () -> Psql.of(server, "postgres")
                        .run(PostgresPrimary.createDatabases(""))
                        .orFail("Cannot make the databases at " + server),
                () -> accepts(server.host(), server.port()));
    }

    /** Redis. */
    static Component redis(URI url, StateFolder state) {
        var port = url.getPort() < 0 ? REDIS_PORT : url.getPort();
        var address = url.getHost() + ":" + port;
        return new External("redis", address, port, state.log("redis"), () -> {}, () -> accepts(url.getHost(), port));
    }

    private static boolean accepts(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
