package io.brigade.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.Device.Answer;
import io.brigade.system.invariant.Exchange;
import io.brigade.system.invariant.Json;
import io.brigade.system.invariant.Who;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A device as it should be written: what was not answered is sent again with the same key. All is in its journal. */
final class JournallingDevice {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Supplier<Device> device;
    private final Journal journal;
    private final Who who;

    JournallingDevice(Supplier<Device> device, Journal journal) {
        this.device = device;
        this.journal = journal;
        this.who = who(device.get().claims());
    }

    private static Who who(JsonNode claims) {
        List<String> roles =
                Json.each(claims.path("groups")).map(JsonNode::asText).toList();
        return new Who(
                claims.path("sub").asLong(),
                claims.path("name").asText(),
                claims.path("restaurant_id").asLong(),
                claims.path("discount_limit_bp").asInt(),
                roles.contains("MANAGER") || roles.contains("ADMIN"));
    }

    Who who() {
        return who;
    }

    Exchange get(String path) {
        return send("GET", path, null, null);
    }

    /** A write under a new key. */
    Exchange write(String method, String path, Object body, String... headers) {
        return send(method, path, text(body), House.newKey(), headers);
    }

    /** A write under that key. */
    Exchange post(String path, Object body, String key) {
        return send("POST", path, text(body), key);
    }

    /** A request that should not be answered 2xx, or that nobody will send again. */
    Exchange withoutKey(String method, String path, Object body) {
        return send(method, path, text(body), null);
    }

    /** The same request under the same key. */
    Exchange again(Exchange earlier) {
        return send(earlier.method(), earlier.path(), earlier.body(), earlier.key());
    }

    /** Another request under the key of an earlier one. */
    Exchange otherwise(Exchange earlier, Object body) {
        return send(earlier.method(), earlier.path(), text(body), earlier.key());
    }

    private Exchange send(String method, String path, String body, String key, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (key != null) {
            all.addAll(List.of("Idempotency-Key", key));
        }
        Instant begun = Instant.now();
        while (Duration.between(begun, Instant.now()).compareTo(PATIENCE) < 0) {
            Exchange exchange = attempt(method, path, body, key, all.toArray(String[]::new));
            if (exchange != null && !isToBeSentAgain(exchange)) {
                return exchange;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError(who.name() + " was not answered for " + PATIENCE + ": " + method + " " + path);
    }

    /** Null when the connection broke before there was an answer. */
    private Exchange attempt(String method, String path, String body, String key, String... headers) {
        Instant sent = Instant.now();
        Answer answer;
        try {
            answer = device.get().send(method, path, body, headers);
        } catch (UncheckedIOException broken) {
            journal.noteBroken(method + " " + path + " (key " + key + "): " + broken.getCause());
            return null;
        }
        Exchange exchange = new Exchange(
                who,
                method,
                path,
                body,
                key,
                sent,
                Instant.now(),
                answer.status(),
                "true".equals(answer.header("Idempotency-Replayed")),
                answer.header("Content-Type"),
                answer.body());
        journal.note(exchange);
        return exchange;
    }

    /** A read is never in doubt; a write without a key is not sent twice. */
    private static boolean isToBeSentAgain(Exchange exchange) {
        boolean repeatable = exchange.key() != null || exchange.method().equals("GET");
        return repeatable
                && (exchange.status() == 503
                        || exchange.json().path("code").asText().equals("REQUEST_IN_PROGRESS"));
    }

    private static String text(Object body) {
        try {
            return body == null || body instanceof String ? (String) body : Device.JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
