package io.brigade.logstore;

import java.io.IOException;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One OpenSearch node on the loopback, until whoever started it closes its input or ends. */
public final class LogStore {

    private LogStore() {}

    /** Expects the HTTP port, the transport port and a folder. */
    public static void main(String... arguments) throws IOException {
        var runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> settings.put("network.host", "127.0.0.1")
                .put("http.port", arguments[0])
                .put("transport.port", arguments[1])
                .put("discovery.type", "single-node")
                .put("cluster.routing.allocation.disk.threshold_enabled", false));
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(Path.of(arguments[2]).toString())
                .numOfNode(1)
                .useLogger());
        while (System.in.read() >= 0) {
            // Nothing is said to it: the end of input is the sign to go.
        }
        System.exit(0);
    }
}
