package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.openapi.Documents;
import io.brigade.openapi.Operation;
import io.brigade.openapi.RolesPage;
import io.brigade.system.Device.Answer;
import io.brigade.system.Whims.Request;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Requests drawn at random from the services' documents, odd in every way: none is answered by a failure, by silence or
 * by something that the documents do not say. {@code -Dbrigade.fuzz.requests} and {@code -Dbrigade.fuzz.seed} play more
 * of them, and others.
 */
@ExtendWith(RunningSuite.class)
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("brigade.fuzz.requests", 1_000);
    /** Always the same requests, so that a change that breaks nothing is not told off for what was there before. */
    private static final long SEED = Long.getLong("brigade.fuzz.seed", 20_261_123L);

    /** Signing in is slow on purpose, and allowed only so often from one address. */
    private static final String SIGN_IN = "/api/auth/";

    private static final List<Operation> OPERATIONS = Documents.operations();

    private final Map<String, String> things = new ConcurrentHashMap<>();
    private final Map<Integer, Long> answers = new ConcurrentHashMap<>();
    private final Map<String, String> objections = new ConcurrentHashMap<>();
    private final DocumentedAnswers documented = new DocumentedAnswers(OPERATIONS);
    private final Map<String, Device> people = new ConcurrentHashMap<>();

    @Test
    void whateverIsSentTheAnswerIsADocumentedOne() {
        long restaurant = Premises.open();
        things.putAll(Things.madeAt(restaurant));
        RolesPage.roles().forEach(role -> people.put(role, Things.person(role, restaurant)));

        AtOnce.each(IntStream.range(0, REQUESTS).boxed(), this::play);

        System.out.printf("  fuzzing: %d requests, seed %d, answers %s%n", REQUESTS, SEED, answers);
        assertThat(objections)
                .as("seed %d, by operation, the first of each kind", SEED)
                .isEmpty();
        assertThat(answers.keySet()).contains(200, 201, 400, 403, 404, 409, 415, 422);
    }

    private void play(int number) {
        Random random = new Random(SEED + number * 0x9E3779B97F4A7C15L);
        Operation operation = anOperation(random);
        Request request = new Whims(operation, things, random).next();
        Device somebody = somebody(operation, random);
        try {
            Answer answer = sent(somebody, request);
            answers.merge(answer.status(), 1L, Long::sum);
            documented
                    .objection(operationOf(request, operation), answer)
                    .ifPresent(objection -> object(number, request, answer.status() + " " + objection, answer.body()));
            learn(operation, answer);
        } catch (IllegalArgumentException notSendable) {
            answers.merge(0, 1L, Long::sum); // the client's own library refuses to send it
        } catch (UncheckedIOException broken) {
            object(number, request, "no answer: " + broken.getCause(), "");
        }
    }

    /** Sent again when the answer says so, as a client would: on a busy machine a service may be away for a moment. */
    private static Answer sent(Device somebody, Request request) {
        String[] headers = request.headers().toArray(String[]::new);
        Answer answer = somebody.patiently(request.method(), request.path(), request.body(), headers);
        return answer.status() == 503
                ? somebody.patiently(request.method(), request.path(), request.body(), headers)
                : answer;
    }

    private void object(int number, Request request, String objection, String body) {
        String kind = request.method() + " " + request.path().replaceAll("[?].*|[0-9]+", "") + " "
                + objection.substring(0, Math.min(objection.length(), 120)).replaceAll("[0-9]+", "");
        objections.putIfAbsent(
                kind,
                "no. " + number + ": " + request + "\n  " + objection + "\n  "
                        + body.substring(0, Math.min(body.length(), 1_000)));
    }

    private static Operation anOperation(Random random) {
        Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        boolean another = operation.path().startsWith(SIGN_IN) && random.nextInt(10) > 0;
        return another ? anOperation(random) : operation;
    }

    /** Mostly somebody who may. */
    private Device somebody(Operation operation, Random random) {
        List<String> roles = RolesPage.roles();
        List<String> may = operation
                .node()
                .path("x-roles")
                .valueStream()
                .map(JsonNode::asText)
                .filter(roles::contains)
                .toList();
        List<String> drawn = may.isEmpty() || random.nextInt(20) == 0 ? roles : may;
        return people.get(drawn.get(random.nextInt(drawn.size())));
    }

    /** An odd path may be another operation's. */
    private static Operation operationOf(Request request, Operation meant) {
        String path = URI.create(request.path().replaceAll("[?].*", "").replaceAll("(?i)%2e", "."))
                .normalize()
                .getRawPath()
                .replaceFirst("(?<=.)/$", "");
        return OPERATIONS.stream()
                .filter(operation -> operation.method().equals(request.method()))
                .filter(operation -> path.matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparing(operation -> operation.path().contains("{")))
                .orElse(meant);
    }

    /** What was made is there to be changed. */
    private void learn(Operation operation, Answer answer) {
        if (answer.status() != 201
                || !String.valueOf(answer.header("Content-Type")).startsWith("application/json")) {
            return;
        }
        JsonNode made = answer.json();
        things.keySet().stream()
                .filter(thing -> made.path(thing).isIntegralNumber() && !thing.equals("restaurant_id"))
                .forEach(thing -> things.put(thing, made.path(thing).asText()));
        if (operation.path().equals("/api/orders")) {
            things.put("item_id", made.at("/items/0/item_id").asText(things.get("item_id")));
        }
    }
}
