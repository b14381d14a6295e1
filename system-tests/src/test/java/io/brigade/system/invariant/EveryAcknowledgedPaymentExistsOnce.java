package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invariant 1, for money: every payment answered 201 stands on its order's bill once, and nothing else stands there. */
final class EveryAcknowledgedPaymentExistsOnce implements Invariant {

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        Map<Long, List<Exchange>> acknowledged = evidence.paymentsByOrder();
        return evidence.orders().stream()
                .flatMap(file -> compare(file, acknowledged.getOrDefault(file.id(), List.of())));
    }

    private static Stream<String> compare(OrderFile file, List<Exchange> acknowledged) {
        List<String> findings = new ArrayList<>();
        List<JsonNode> lines = Json.each(file.bill().path("payments")).toList();
        Map<Long, JsonNode> onBill = lines.stream()
                .collect(Collectors.toMap(
                        line -> line.path("payment_id").asLong(), Function.identity(), (one, _) -> one));
        if (onBill.size() < lines.size()) {
            findings.add("a payment stands twice on the bill of " + file);
        }
        for (Exchange payment : acknowledged) {
            JsonNode line = onBill.remove(Evidence.paymentId(payment));
            if (line == null) {
                findings.add(
                        "payment " + Evidence.paymentId(payment) + " of " + file + " was acknowledged and is lost");
            } else if (line.path("amount_cents").asLong()
                    != payment.json().path("amount_cents").asLong()) {
                findings.add("payment " + Evidence.paymentId(payment) + " of " + file + " is of another amount");
            }
        }
        onBill.keySet().forEach(id -> findings.add("payment " + id + " of " + file + " is there and nobody was told"));
        long sum = lines.stream()
                .mapToLong(line -> line.path("amount_cents").asLong())
                .sum();
        if (file.bill().path("paid_cents").asLong() != sum) {
            findings.add("the bill of " + file + " says another sum than its payments have");
        }
        return findings.stream();
    }
}
