package io.brigade.payments.fiscal;

import io.brigade.fiscal.SignedEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads chains and lets them grow. */
@ApplicationScoped
class Chains {

    private static final String LOCK =
            "SELECT " + Chain.COLUMNS + " FROM fiscal_chains WHERE restaurant_id = $1 FOR UPDATE";

    private static final String BEGIN =
            "INSERT INTO fiscal_chains (restaurant_id, training) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    private static final String GROW = """
            WITH entries AS (
                INSERT INTO fiscal_entries (document, hash, signature)
                SELECT * FROM unnest($2::text[], $3::text[], $4::text[])
            )
            UPDATE fiscal_chains SET head_sequence = $5, head_hash = $6, head_recorded_at = $7, siret = $8
            WHERE restaurant_id = $1""";

    private static final String ALL = "SELECT " + Chain.COLUMNS + " FROM fiscal_chains ORDER BY restaurant_id";

    private static final String ONE = "SELECT " + Chain.COLUMNS + " FROM fiscal_chains WHERE restaurant_id = $1";

    private final Pool pool;
    private final Set<Long> training;

    @Inject
    Chains(Pool pool, FiscalConfig config) {
        this.pool = pool;
        this.training = config.trainingRestaurants().orElse(Set.of());
    }

    /** The chain, which begins here if there is none yet, locked until the transaction ends. */
    Uni<Chain> lock(SqlConnection connection, long restaurantId) {
        return find(connection, restaurantId)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : connection
                                .preparedQuery(BEGIN)
                                .execute(Tuple.of(restaurantId, isToTrain(restaurantId)))
                                .chain(() -> find(connection, restaurantId)));
    }

    private static Uni<@Nullable Chain> find(SqlConnection connection, long restaurantId) {
        return connection.preparedQuery(LOCK).execute(Tuple.of(restaurantId)).map(Chains::first);
    }

    /**
     * Adds entries, whose place is after the locked head.
     *
     * @param chain as it is with them
     */
    Uni<Void> grow(SqlConnection connection, Chain chain, List<SignedEntry> entries) {
        Tuple parameters = Tuple.tuple()
                .addLong(chain.restaurantId())
                .addArrayOfString(texts(entries, SignedEntry::document))
                .addArrayOfString(texts(entries, SignedEntry::hash))
                .addArrayOfString(texts(entries, SignedEntry::signature))
                .addLong(chain.headSequence())
                .addString(chain.headHash())
                .addOffsetDateTime(chain.headRecordedAt())
                .addString(chain.siret());
        return connection.preparedQuery(GROW).execute(parameters).replaceWithVoid();
    }

    private static String[] texts(List<SignedEntry> entries, Function<SignedEntry, String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }

    /** All of them: one per restaurant. */
    Uni<List<Chain>> all() {
        return pool.query(ALL).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(Chain::from)
                .toList());
    }

    /** The restaurant's; null when nothing has been written yet. */
    Uni<@Nullable Chain> of(long restaurantId) {
        return of(pool, restaurantId);
    }

    /** The same, as a transaction sees it. */
    Uni<@Nullable Chain> of(SqlClient client, long restaurantId) {
        return client.preparedQuery(ONE).execute(Tuple.of(restaurantId)).map(Chains::first);
    }

    /** Whether a chain that begins now would be one of a restaurant that practises. */
    boolean isToTrain(long restaurantId) {
        return training.contains(restaurantId);
    }

    private static @Nullable Chain first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Chain.from(row);
        }
        return null;
    }
}
