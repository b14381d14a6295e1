package io.brigade.payments.seller;

import io.brigade.payments.bill.BillJson;
import io.brigade.payments.book.Seller;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Knows who sells. What staff-service said is good for a minute in memory and kept in the database, so that money is taken
 * while staff-service is away.
 */
@ApplicationScoped
public class Sellers {

    private static final StepLog LOG = StepLog.of(Sellers.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final String KEEP = """
            INSERT INTO sellers (restaurant_id, content, read_at) VALUES ($1, $2, $3)
            ON CONFLICT (restaurant_id) DO UPDATE SET content = excluded.content, read_at = excluded.read_at""";
    private static final String KEPT = "SELECT content FROM sellers WHERE restaurant_id = $1";

    private record Known(Seller seller, Instant until) {}

    private final StaffClient staff;
    private final Pool pool;
    private final BillJson json;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    @Inject
    Sellers(@RestClient StaffClient staff, Pool pool, BillJson json) {
        this.staff = staff;
        this.pool = pool;
        this.json = json;
    }

    /** The caller's restaurant; 503 only if it was never known and staff-service does not answer. */
    public Uni<Seller> of(Caller caller, String bearer) {
        Known last = known.get(caller.restaurantId());
        return last != null && Instant.now().isBefore(last.until())
                ? Uni.createFrom().item(last.seller())
                : ask(caller.restaurantId(), bearer);
    }

    private Uni<Seller> ask(long restaurantId, String bearer) {
        return staff.restaurant(bearer, restaurantId)
                .map(answer -> new Seller(answer.name(), answer.legalName(), answer.siret(), answer.address()))
                .call(seller -> keep(pool, restaurantId, seller))
                .onFailure()
                .recoverWithUni(failure -> kept(restaurantId, failure))
                .invoke(seller ->
                        known.put(restaurantId, new Known(seller, Instant.now().plus(FRESH))));
    }

    /** Keeps what was told without being asked for. */
    Uni<Void> keep(SqlClient client, long restaurantId, Seller seller) {
        return client.preparedQuery(KEEP)
                .execute(Tuple.of(restaurantId, json.write(seller), OffsetDateTime.now(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<Seller> kept(long restaurantId, Throwable failure) {
        LOG.warn("staff-service does not answer").with("reason", failure).write();
        return kept(pool, restaurantId).onItem().ifNull().failWith(() -> ProblemException.of(
                        CommonProblem.DEPENDENCY_UNAVAILABLE,
                        "Who sells can't be read just now; nothing was charged, try again.")
                .retryAfter(Duration.ofSeconds(1)));
    }

    /** Who sells as last told; null for a restaurant in which nobody has signed in yet. */
    public Uni<@Nullable Seller> kept(SqlClient client, long restaurantId) {
        return client.preparedQuery(KEPT).execute(Tuple.of(restaurantId)).map(rows -> {
            for (Row row : rows) {
                return json.read(row.getString("content"), Seller.class);
            }
            return null;
        });
    }
}
