package io.brigade.orders.carte;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.event.EventListener;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.OwnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * This instance's copies of the restaurants' cartes, so that ordering asks no other service. A copy is fetched again
 * once an event told of a newer version, and now and then in case an event went missing. When menu-service is away an
 * order is priced with the copy there is.
 */
@ApplicationScoped
public class CarteCopies implements EventListener {

    private static final StepLog LOG = StepLog.of(CarteCopies.class);

    private final MenuClient menu;
    private final ObjectMapper json;
    private final long recheckNanos;
    private final ConcurrentMap<Long, Copy> copies = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Long> newest = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Uni<PriceList>> fetching = new ConcurrentHashMap<>();

    @Inject
    CarteCopies(@RestClient MenuClient menu, ObjectMapper json, CarteConfig config) {
        this.menu = menu;
        this.json = json;
        this.recheckNanos = config.orders().carteRecheck().toNanos();
    }

    private record Copy(PriceList prices, @Nullable String tag, long fetchedAt) {}

    private record MenuChanged(long version) {}

    @Override
    public void onEvent(StreamEvent event) {
        if (event.type().equals("menu.changed")) {
            newest.merge(
                    event.restaurantId(), event.read(json, MenuChanged.class).version(), Math::max);
        }
    }

    /** The current prices; 503 when there is no copy and menu-service is away. */
    public Uni<PriceList> prices(long restaurantId, String bearer) {
        Copy copy = copies.get(restaurantId);
        return copy != null && isFresh(restaurantId, copy)
                ? Uni.createFrom().item(copy.prices())
                : fetchOnce(restaurantId, bearer, copy);
    }

    private boolean isFresh(long restaurantId, Copy copy) {
        return copy.prices().version() >= newest.getOrDefault(restaurantId, 0L)
                && System.nanoTime() - copy.fetchedAt() < recheckNanos;
    }

    private Uni<PriceList> fetchOnce(long restaurantId, String bearer, @Nullable Copy copy) {
        return OwnContext.of(fetching.computeIfAbsent(restaurantId, id -> fetch(id, bearer, copy)
                .onTermination()
                .invoke(() -> fetching.remove(id))
                .memoize()
                .indefinitely()));
    }

    private Uni<PriceList> fetch(long restaurantId, String bearer, @Nullable Copy copy) {
        return menu.carte(bearer, copy == null ? null : copy.tag())
                .map(answer -> keep(restaurantId, copy, answer))
                .onFailure()
                .recoverWithUni(failure -> withoutMenu(restaurantId, copy, failure));
    }

    private PriceList keep(long restaurantId, @Nullable Copy copy, RestResponse<Carte> answer) {
        boolean unchanged = answer.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode();
        PriceList prices = copy != null && unchanged ? copy.prices() : new PriceList(answer.getEntity());
        copies.put(restaurantId, new Copy(prices, answer.getHeaderString(HttpHeaders.ETAG), System.nanoTime()));
        return prices;
    }

    private static Uni<PriceList> withoutMenu(long restaurantId, @Nullable Copy copy, Throwable failure) {
        LOG.warn("the carte could not be fetched")
                .with("restaurant_id", restaurantId)
                .with("reason", failure)
                .write();
        return copy != null
                ? Uni.createFrom().item(copy.prices())
                : Uni.createFrom()
                        .failure(ProblemException.of(
                                CommonProblem.DEPENDENCY_UNAVAILABLE, "The carte can't be read just now; try again."));
    }
}
