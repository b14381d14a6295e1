package io.brigade.payments;

import io.brigade.platform.fixture.StandInServer;
import io.brigade.platform.fixture.StandInServer.Reply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** Stands where staff-service stands: it knows who sells, and which restaurants there are. */
public class StaffStandIn implements QuarkusTestResourceLifecycleManager {

    private static final String ALL = "/api/restaurants";
    private static final SortedMap<Long, String> GROUP = new ConcurrentSkipListMap<>();
    private static volatile boolean away;

    private StandInServer server;

    /** Adds a restaurant. All are told to whoever asks, however much more than they oversee it is. */
    public static void add(long restaurantId, String name, String currency, String timeZone) {
        GROUP.put(restaurantId, restaurant(restaurantId, name, currency, timeZone));
    }

    /** Makes the list of restaurants fail, or come again. */
    public static void setAway(boolean isAway) {
        away = isAway;
    }

    /** The list of restaurants as staff-service answers it. */
    public static String group() {
        return GROUP.values().stream().collect(Collectors.joining(",", "{\"data\": [", "], \"next_cursor\": null}"));
    }

    @Override
    public Map<String, String> start() {
        server = new StandInServer(
                ALL,
                path -> !path.equals(ALL)
                        ? Reply.ok(restaurant(1, "Brasserie du Marché", "EUR", "Europe/Paris"))
                        : away ? Reply.bare(503) : Reply.ok(group()));
        return Map.of("brigade.staff.url", server.url());
    }

    @Override
    public void stop() {
        server.close();
    }

    private static String restaurant(long id, String name, String currency, String timeZone) {
        return """
                {"restaurant_id": %d, "name": "%s", "legal_name": "Brasserie du Marché SAS",
                 "siret": "12345678200010", "address": "12 quai Saint-Antoine, 69002 Lyon", "currency": "%s",
                 "time_zone": "%s", "day_cutoff_hour": 5, "discount_limit_bp": 1000, "version": 0}""".formatted(id, name, currency, timeZone);
    }
}
