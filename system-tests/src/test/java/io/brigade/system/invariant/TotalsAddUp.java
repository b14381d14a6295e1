package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.OrderState.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Invariant 2: the sum of items not voided, at their snapshot prices, less discounts, is the order's total, at every
 * version and in every answer; splitting an order changes nothing of what its guests owe together.
 */
final class TotalsAddUp implements Invariant {

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        Map<Long, OrderFile> orders = evidence.byId();
        return Stream.of(
                        evidence.orders().stream().flatMap(TotalsAddUp::ofVersions),
                        evidence.orders().stream().flatMap(TotalsAddUp::ofBill),
                        evidence.orders().stream().flatMap(file -> ofView(file.toString(), file.order())),
                        evidence.journal().stream()
                                .filter(Exchange::isAcknowledged)
                                .map(Exchange::json)
                                .filter(answer -> answer.has("gross_cents"))
                                .flatMap(answer -> ofView("an answer with order " + answer.path("order_id"), answer))
                                .distinct(),
                        evidence.effects().filter(Exchange::split).flatMap(split -> ofSplit(split, orders)))
                .flatMap(findings -> findings);
    }

    private static Stream<String> ofVersions(OrderFile file) {
        return file.steps().stream().flatMap(step -> {
            long total = step.after().totalCents();
            long gross = step.after().grossCents();
            boolean mayBeLess =
                    step.after().discounted() || file.steps().getFirst().is("SPLIT");
            Stream<String> totals = total == gross || (mayBeLess && total >= 0 && total < gross)
                    ? Stream.of()
                    : Stream.of(file + ", " + step + " has a total of " + total + ", its items cost " + gross);
            return Stream.concat(totals, step.lines().flatMap(line -> repriced(file, step, line)));
        });
    }

    private static Stream<String> repriced(OrderFile file, Step step, Line line) {
        Line known = step.before().items().get(line.itemId());
        return known == null || known.unitPriceCents() == line.unitPriceCents() || step.is("ITEM_CHANGED")
                ? Stream.of()
                : Stream.of(file + ", " + step + " changed the price of item " + line.itemId());
    }

    private static Stream<String> ofView(String what, JsonNode order) {
        List<String> findings = new ArrayList<>();
        long gross = 0;
        for (JsonNode item : order.path("items")) {
            long itemGross = Line.of(item).grossCents();
            gross += itemGross;
            equal(
                    findings,
                    what + ", item " + item.path("item_id"),
                    itemGross,
                    cents(item, "total_cents") + cents(item, "discount_cents"));
        }
        long discounts = cents(order, "discount_cents");
        equal(findings, what + ", items before discounts", gross, cents(order, "gross_cents"));
        equal(findings, what + ", total", gross - discounts, cents(order, "total_cents"));
        equal(
                findings,
                what + ", items after discounts",
                sum(order.path("items"), item -> cents(item, "total_cents")),
                cents(order, "total_cents"));
        equal(
                findings,
                what + ", discounts",
                sum(order.path("discounts"), each -> cents(each, "discount_cents")),
                discounts);
        return findings.stream();
    }

    private static Stream<String> ofBill(OrderFile file) {
        List<String> findings = new ArrayList<>();
        JsonNode bill = file.bill();
        equal(findings, file + ", its bill", file.totalCents(), cents(bill, "due_cents"));
        equal(
                findings,
                file + ", what is left",
                cents(bill, "due_cents") - cents(bill, "paid_cents"),
                cents(bill, "left_cents"));
        equal(
                findings,
                file + ", VAT shares",
                cents(bill, "due_cents"),
                sum(bill.path("vat"), share -> cents(share, "gross_cents")));
        for (JsonNode share : bill.path("vat")) {
            equal(
                    findings,
                    file + ", HT and TVA",
                    cents(share, "gross_cents"),
                    cents(share, "net_cents") + cents(share, "vat_cents"));
        }
        return findings.stream();
    }

    private static Stream<String> ofSplit(Exchange split, Map<Long, OrderFile> orders) {
        JsonNode stays = split.json().path("order");
        OrderFile file = orders.get(stays.path("order_id").asLong());
        List<String> findings = new ArrayList<>();
        if (file != null) {
            file.steps().stream()
                    .filter(step -> step.version() == stays.path("version").asLong())
                    .forEach(step -> equal(
                            findings,
                            file + ", both parts of " + step,
                            step.before().totalCents(),
                            cents(stays, "total_cents") + cents(split.json().path("new_order"), "total_cents")));
        }
        return findings.stream();
    }

    private static long sum(JsonNode array, ToLongFunction<JsonNode> what) {
        return Json.each(array).mapToLong(what).sum();
    }

    private static long cents(JsonNode node, String field) {
        return node.path(field).asLong(Long.MIN_VALUE / 4);
    }

    private static void equal(List<String> findings, String what, long expected, long found) {
        if (expected != found) {
            findings.add(what + ": " + found + " where " + expected + " is due");
        }
    }
}
