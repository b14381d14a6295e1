package io.brigade.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.fiscal.CanonicalJson;
import io.brigade.fiscal.Link;
import io.brigade.fiscal.SignedEntry;
import io.brigade.fiscal.TrustedKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Reads fiscal journals from the database of payments-service, entry by entry, through psql. */
public final class JournalDatabase {

    private static final String CHAINS = """
            SELECT json_build_object('chain', restaurant_id, 'training', training,
                                     'head_sequence', head_sequence, 'head_hash', head_hash)
              FROM fiscal_chains ORDER BY restaurant_id""";

    private static final String KEYS = "SELECT public_key FROM fiscal_keys";

    private final DatabaseServer server;
    private final Psql psql;

    /** The journals on that server. */
    public JournalDatabase(DatabaseServer server) {
        this.server = server;
        this.psql = Psql.of(server, ServiceName.PAYMENTS.database());
    }

    /**
     * A chain as the database describes it.
     *
     * @param headSequence number of its last entry, 0 when there is none
     */
    public record Chain(long restaurantId, boolean training, long headSequence, String headHash) {

        /** Before its first entry. */
        public Link start() {
            return Link.before(restaurantId, training);
        }
    }

    /** All chains. */
    public List<Chain> chains() {
        return query(CHAINS)
                .lines()
                .filter(line -> !line.isBlank())
                .map(CanonicalJson::read)
                .map(json -> new Chain(
                        json.get("chain").longValue(),
                        json.get("training").booleanValue(),
                        json.get("head_sequence").longValue(),
                        json.get("head_hash").textValue()))
                .toList();
    }

    /** The public keys that lie in the database; not to be trusted. */
    public TrustedKeys enclosedKeys() {
        try {
            return TrustedKeys.read(query(KEYS));
        } catch (IllegalArgumentException none) {
            return TrustedKeys.none();
        }
    }

    /** What the work makes of the chain's entries, up to the head that was read. */
    public <T> T entries(Chain chain, Function<Iterator<SignedEntry>, T> work) {
        var builder = new ProcessBuilder(psql.command()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(psql.environment());
        try {
            var process = builder.start();
            try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write(copy(chain));
            }
            T result;
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                result = work.apply(lines.lines().map(JournalDatabase::entry).iterator());
                lines.transferTo(Writer.nullWriter());
            }
            if (process.waitFor() != 0) {
                throw new SuiteException("The journal could not be read to its end from " + server + ".");
            }
            return result;
        } catch (IOException e) {
            throw new SuiteException("psql could not be run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("Interrupted while reading the journal.", e);
        }
    }

    /** Each a JSON object of one line; the quote is a character that JSON never has. */
    private static String copy(Chain chain) {
        return """
                COPY (SELECT json_build_object('document', document, 'hash', hash, 'signature', signature)
                        FROM fiscal_entries WHERE restaurant_id = %d AND sequence <= %d ORDER BY sequence)
                  TO STDOUT WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02');
                """.formatted(chain.restaurantId(), chain.headSequence());
    }

    private static SignedEntry entry(String line) {
        JsonNode json = CanonicalJson.read(line);
        return new SignedEntry(
                json.get("document").textValue(),
                json.get("hash").textValue(),
                json.get("signature").textValue());
    }

    private String query(String sql) {
        return psql.run(sql + ";\n").orFail("The journal could not be read from " + server);
    }
}
