package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Somebody at work in a round: a device, what the house knows, and whims. */
final class Colleague {

    private static final int REMEMBERED = 50;

    private final JournallingDevice device;
    private final Sight sight;
    private final RandomOrders wishes;
    private final Random random;
    private final List<Exchange> written = new ArrayList<>();

    Colleague(JournallingDevice device, Sight sight, RandomOrders wishes, Random random) {
        this.device = device;
        this.sight = sight;
        this.wishes = wishes;
        this.random = random;
    }

    Random random() {
        return random;
    }

    Sight sight() {
        return sight;
    }

    RandomOrders wishes() {
        return wishes;
    }

    JournallingDevice device() {
        return device;
    }

    /** True as often as that. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    int table() {
        return one(House.TABLES_OF_A_ROUND);
    }

    Exchange read(String path) {
        Exchange exchange = device.get(path);
        sight.learn(exchange);
        return exchange;
    }

    Exchange write(String method, String path, Object body, String... headers) {
        Exchange exchange = device.write(method, path, body, headers);
        sight.learn(exchange);
        written.add(exchange);
        if (written.size() > REMEMBERED) {
            written.removeFirst();
        }
        return exchange;
    }

    Exchange post(String path, Object body) {
        return write("POST", path, body);
    }

    /** Something that this device has sent before. */
    Optional<Exchange> earlier() {
        return written.isEmpty() ? Optional.empty() : Optional.of(one(written));
    }

    /** How a path names the order: mostly by its number, else by the device's own name for it. */
    String path(JsonNode order) {
        boolean byName = order.hasNonNull("client_ref") && chance(15);
        return "/api/orders/" + order.path(byName ? "client_ref" : "order_id").asText();
    }

    /** A manager's approval of that action on that order; empty when none was given. */
    Optional<String> approval(String action, JsonNode order) {
        Exchange given = device.withoutKey(
                "POST",
                "/api/auth/approvals",
                Map.of(
                        "staff_code",
                        "4001",
                        "pin",
                        "8462",
                        "action",
                        action,
                        "order_id",
                        order.path("order_id").asLong()));
        return Optional.ofNullable(given.json().path("approval_token").asText(null));
    }
}
