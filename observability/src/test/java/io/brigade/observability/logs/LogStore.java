package io.brigade.observability.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * OpenSearch in a process of its own, in place of Elasticsearch, with the index template that is shipped. It speaks the
 * same search API; lifecycle policies it has none, so their component is empty here.
 */
public final class LogStore implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path OBSERVABILITY =
            Path.of(System.getProperty("brigade.repository", "..")).resolve("observability");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final int MOST_HITS = 10_000;
    private static final int MOST_AT_ONCE = 1_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final Process process;

    private LogStore(URI address, Process process) {
        this.address = address;
        this.process = process;
    }

    /** Starts it with its data in the folder, and puts the template. */
    public static LogStore start(Path folder) {
        try {
            Files.createDirectories(folder);
            int port = freePort();
            Path built = OBSERVABILITY.resolve("log-store/target").toRealPath();
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xms256m",
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--add-modules=jdk.incubator.vector",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    built.resolve("classes") + File.pathSeparator + built.resolve("lib") + "/*",
                    "io.brigade.logstore.LogStore",
                    Integer.toString(port),
                    Integer.toString(freePort()),
                    folder.toAbsolutePath().toString());
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log-store.log").toFile())
                    .start();
            var store = new LogStore(URI.create("http://127.0.0.1:" + port), process);
            store.awaitStart(folder.resolve("log-store.log"));
            store.send("PUT", "/_component_template/logs-restaurant-lifecycle", "{\"template\":{}}");
            store.send("PUT", "/_index_template/logs-restaurant", shipped("elasticsearch/index-template.json"));
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of this module, by its path below {@code observability}. */
    static String shipped(String file) {
        try {
            return Files.readString(OBSERVABILITY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Indexes documents into the indices of their days, as Logstash does, and makes them findable. */
    public void index(Collection<ObjectNode> documents) {
        for (var lines = new ArrayDeque<>(documents); !lines.isEmpty(); ) {
            var bulk = new StringBuilder();
            for (int each = 0; each < MOST_AT_ONCE && !lines.isEmpty(); each++) {
                var document = lines.removeFirst();
                bulk.append("{\"create\":{\"_index\":\"")
                        .append(Pipeline.index(document))
                        .append("\"}}\n")
                        .append(document)
                        .append('\n');
            }
            var answer = send("POST", "/_bulk", bulk.toString());
            if (answer.path("errors").asBoolean()) {
                throw new IllegalStateException("a document was refused: " + answer);
            }
        }
        send("POST", "/logs-restaurant-*/_refresh", "");
    }

    /** What Kibana finds for the words of its search bar (Lucene syntax), in all daily indices. */
    public List<JsonNode> search(String words) {
        var query = Map.of(
                "size", MOST_HITS, "query", Map.of("query_string", Map.of("query", words, "analyze_wildcard", true)));
        var found = send(
                "POST", "/logs-restaurant-*/_search", JSON.valueToTree(query).toString());
        return StreamSupport.stream(found.at("/hits/hits").spliterator(), false)
                .map(hit -> hit.path("_source"))
                .toList();
    }

    /** Any request; fails unless it is answered with success. */
    JsonNode send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitStart(Path log) throws IOException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            try {
                send("GET", "/_cluster/health?wait_for_status=yellow", "");
                return;
            } catch (UncheckedIOException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new IOException("OpenSearch did not start:\n" + Files.readString(log), notYet);
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
