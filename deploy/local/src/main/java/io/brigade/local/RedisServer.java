package io.brigade.local;

import io.brigade.local.install.Tools;
import io.brigade.local.process.Launch;
import io.brigade.local.secrets.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** Redis with an append-only file synced every second, a password, and no eviction: events are not a cache. */
public final class RedisServer extends ProcessComponent {

    private static final int PROBE_MILLIS = 1000;

    private final Path folder;
    private final int port;
    private final Secrets secrets;

    RedisServer(StateFolder state, Ports ports, Secrets secrets) {
        super("redis", state, state.redis());
        this.folder = state.redis();
        this.port = ports.redis();
        this.secrets = secrets;
    }

    /** Address with the password, as the services get it. */
    public URI url() {
        return URI.create("redis://:" + secrets.redisPassword() + "@127.0.0.1:" + port);
    }

    /** Makes it forget everything; it must be stopped. */
    void empty() {
        try {
            StateFolder.deleteTree(folder.resolve("appendonlydir"));
        } catch (IOException e) {
            throw new SuiteException("Cannot empty " + folder + ".", e);
        }
    }

    @Override
    List<Integer> ports() {
        return List.of(port);
    }

    /** Loading its file answers with an error, so ready means that the data are there. */
    @Override
    boolean answers() {
        try (var socket = new Socket()) {
            socket.setSoTimeout(PROBE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            socket.getOutputStream()
                    .write(("AUTH " + secrets.redisPassword() + "\r\nPING\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answers.contains("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    Launch prepare() {
        var program = Tools.find("redis-server")
                .orElseThrow(() -> new SuiteException("Redis is not installed: sudo apt-get install redis-server"));
        return new Launch(List.of(program.toString(), writeConfiguration().toString()), Map.of(), log());
    }

    /** The password stands in a file that only its owner reads, not among the arguments that everyone sees. */
    private Path writeConfiguration() {
        var file = folder.resolve("redis.conf");
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return Files.writeString(file, """
                    bind 127.0.0.1
                    port %d
                    protected-mode yes
                    requirepass %s
                    daemonize no
                    dir "%s"
                    appendonly yes
                    appendfsync everysec
                    save ""
                    maxmemory 512mb
                    maxmemory-policy noeviction
                    """.formatted(port, secrets.redisPassword(), folder));
        } catch (IOException e) {
            throw new SuiteException("Cannot write " + file + ".", e);
        }
    }
}
