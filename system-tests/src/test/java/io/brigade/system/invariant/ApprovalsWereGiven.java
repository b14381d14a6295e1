package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.OrderState.Line;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the kitchen has got is voided, and what was sent is cancelled, only with the approval of somebody who may give it;
 * discounts above the limit too. An approval is good once.
 */
final class ApprovalsWereGiven implements Invariant {

    private static final Set<String> WITH_THE_KITCHEN = Set.of("SENT", "PREPARING", "READY", "SERVED");
    private static final long WHOLE_BP = 10_000;

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        Map<Long, Who> people = evidence.people();
        Versions shown = Versions.of(evidence);
        Stream<String> missing = evidence.orders().stream().flatMap(file -> file.steps().stream()
                .flatMap(step -> check(step, people, shown.view(file.id(), step.version()))
                        .map(finding -> file + ", " + step + " " + finding)));
        return Stream.concat(missing, usedTwice(evidence));
    }

    private static Stream<String> check(Step step, Map<Long, Who> people, JsonNode view) {
        Long approver = step.approver();
        if (approver != null) {
            Who who = people.get(approver);
            return who != null && who.mayApprove()
                    ? Stream.of()
                    : Stream.of("was approved by " + approver + ", who may not");
        }
        boolean needed =
                switch (step.action()) {
                    case "ITEM_VOIDED" -> voidsWhatWasSent(step);
                    case "CANCELLED" ->
                        step.before().items().values().stream().anyMatch(ApprovalsWereGiven::isWithTheKitchen);
                    case "DISCOUNTED" -> isAboveTheLimit(people.get(step.by()), view);
                    default -> false;
                };
        return needed ? Stream.of("needed an approval and has none") : Stream.of();
    }

    private static boolean voidsWhatWasSent(Step step) {
        return step.lines()
                .map(line -> step.before().items().get(line.itemId()))
                .anyMatch(known -> known != null && isWithTheKitchen(known));
    }

    private static boolean isWithTheKitchen(Line line) {
        return WITH_THE_KITCHEN.contains(line.state());
    }

    private static boolean isAboveTheLimit(Who who, JsonNode view) {
        long unapproved = Json.each(view.path("discounts"))
                .filter(discount -> !Json.has(discount, "approved_by"))
                .mapToLong(discount -> discount.path("discount_cents").asLong())
                .sum();
        long limitBp = who == null ? 0 : who.discountLimitBp();
        return unapproved * WHOLE_BP > view.path("gross_cents").asLong() * limitBp;
    }

    private static Stream<String> usedTwice(Evidence evidence) {
        Set<String> used = new HashSet<>();
        return evidence.effects()
                .filter(exchange -> exchange.body() != null)
                .filter(exchange -> Json.has(Json.of(exchange.body()), "approval_token"))
                .filter(exchange -> !exchange.who().mayApprove())
                .filter(exchange -> needsIt(exchange, evidence))
                .filter(exchange -> !used.add(
                        Json.of(exchange.body()).path("approval_token").asText()))
                .map(exchange -> "an approval was used twice: " + exchange);
    }

    /** A token that was sent although none was needed is not used up. */
    private static boolean needsIt(Exchange exchange, Evidence evidence) {
        OrderFile file = evidence.byId().get(exchange.json().path("order_id").asLong());
        return file != null
                && file.steps().stream()
                        .filter(step -> step.version()
                                == exchange.json().path("version").asLong())
                        .anyMatch(step -> step.approver() != null);
    }
}
