package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An order that payments closed was settled for its total; one that is settled is closed; one that was closed by hand owed
 * nothing; and money is not left behind on a cancelled order once orders-service knows of it.
 */
final class SettledOrdersClose implements Invariant {

    private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(2);

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        Map<Long, List<Exchange>> payments = evidence.paymentsByOrder();
        return evidence.orders().stream()
                .flatMap(file -> check(file, payments.getOrDefault(file.id(), List.of()), evidence));
    }

    private static Stream<String> check(OrderFile file, List<Exchange> payments, Evidence evidence) {
        long paid = payments.stream()
                .map(Exchange::json)
                .mapToLong(payment -> payment.path("amount_cents").asLong())
                .sum();
        return switch (file.status()) {
            case "CLOSED" -> closed(file, paid);
            case "CANCELLED" -> cancelled(file, payments, evidence);
            default -> open(file, payments, paid);
        };
    }

    private static Stream<String> closed(OrderFile file, long paid) {
        return file.steps().stream().filter(step -> step.is("CLOSED")).flatMap(step -> {
            long total = step.after().totalCents();
            boolean fine = step.by() == null ? paid == total : paid >= total;
            return fine ? Stream.of() : Stream.of(file + " was closed at " + total + " and " + paid + " were paid");
        });
    }

    private static Stream<String> cancelled(OrderFile file, List<Exchange> payments, Evidence evidence) {
        Instant cancelled = file.steps().getLast().at();
        return payments.stream()
                .filter(payment ->
                        payment.answered().plus(evidence.longestEventDelay()).isBefore(cancelled)
                                || payment.sent().isAfter(cancelled.plus(evidence.longestEventDelay())))
                .map(payment -> file + " was cancelled at " + cancelled + " with the money of " + payment);
    }

    /** Nothing but the money may have been due since it was taken: then it has to close by itself. */
    private static Stream<String> open(OrderFile file, List<Exchange> payments, long paid) {
        if (payments.isEmpty() || payments.getLast().json().path("left_cents").asLong() != 0) {
            return Stream.of();
        }
        JsonNode last = payments.getLast().json();
        Instant since = payments.getLast().sent().minus(COMMITTED_WITHIN);
        boolean dueAllAlong = paid == file.totalCents()
                && file.steps().stream()
                        .filter(step -> step.at().isAfter(since))
                        .allMatch(step -> step.after().totalCents() == paid);
        return dueAllAlong
                ? Stream.of(file + " was settled by payment " + last.path("payment_id") + " and is still open")
                : Stream.of();
    }
}
