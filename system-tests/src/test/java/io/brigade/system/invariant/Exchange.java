package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that a device sent and what it was answered.
 *
 * @param body what was sent; null for none
 * @param key Idempotency-Key; null for none
 * @param replayed whether the answer says that it was given before
 */
public record Exchange(
        Who who,
        String method,
        String path,
        String body,
        String key,
        Instant sent,
        Instant answered,
        int status,
        boolean replayed,
        String contentType,
        String text) {

    private static final Pattern PLACE = Pattern.compile("/api/orders");
    private static final Pattern ADD = Pattern.compile("/api/orders/[^/]+/items");
    private static final Pattern SPLIT = Pattern.compile("/api/orders/[^/]+/split");
    private static final Pattern PAY = Pattern.compile("/api/payments");

    /** Whether the server says that it was done. */
    public boolean isAcknowledged() {
        return status >= 200 && status < 300;
    }

    /** What was sent. */
    public JsonNode requested() {
        return Json.of(body == null ? "{}" : body);
    }

    /** The answer. */
    public JsonNode json() {
        return Json.of(text);
    }

    boolean placed() {
        return status == 201 && isPost(PLACE);
    }

    boolean added() {
        return status == 201 && isPost(ADD);
    }

    boolean split() {
        return status == 201 && isPost(SPLIT);
    }

    boolean paid() {
        return status == 201 && isPost(PAY);
    }

    private boolean isPost(Pattern what) {
        Matcher matcher = what.matcher(path);
        return method.equals("POST") && matcher.matches();
    }

    /** What one key stands for: one effect. */
    String scope() {
        return who.restaurantId() + " " + who.staffId() + " " + method + " " + path + " " + key;
    }

    @Override
    public String toString() {
        return who.name() + ": " + method + " " + path + " " + body + " (key " + key + ") → " + status + " " + text;
    }
}
