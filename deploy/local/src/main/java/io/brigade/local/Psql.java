package io.brigade.local;

import io.brigade.local.install.Tools;
import io.brigade.local.process.Shell;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL's command line client: prints rows unaligned and without headings, ends at the first error, speaks UTF-8.
 *
 * @param program its path
 * @param server where, and as whom
 * @param database name of the database
 */
public record Psql(String program, DatabaseServer server, String database) {

    /** The one that is installed; fails with the remedy when none is. */
    public static Psql of(DatabaseServer server, String database) {
        var program = Tools.find("psql")
                .map(Path::toString)
                .orElseThrow(() -> new SuiteException("psql is not installed: sudo apt-get install postgresql-client"));
        return new Psql(program, server, database);
    }

    /** Runs the statements; what they print, or what the server says against them. */
    public Shell.Result run(String script) {
        return run(script, Map.of());
    }

    /** The same with further variables for the client. */
    Shell.Result run(String script, Map<String, String> variables) {
        var environment = new HashMap<>(environment());
        environment.putAll(variables);
        return Shell.run(environment, command(), script);
    }

    List<String> command() {
        return List.of(
                program,
                "-X",
                "-q",
                "-t",
                "-A",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                server.host(),
                "-p",
                Integer.toString(server.port()),
                "-U",
                server.user(),
                "-d",
                database);
    }

    /** The password belongs there and not among the arguments, which everybody can see. */
    Map<String, String> environment() {
        return Map.of("PGPASSWORD", server.password(), "PGCONNECT_TIMEOUT", "5", "PGCLIENTENCODING", "UTF8");
    }
}
