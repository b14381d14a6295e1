package io.brigade.orders.order;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Moves items of one order to a new one. Discounts become amounts first, so that both together cost what the one did. */
final class Splitting {

    private final List<OrderItem> stay = new ArrayList<>();
    private final List<OrderItem> go = new ArrayList<>();
    private final List<Discount> discountsStay = new ArrayList<>();
    private final List<Discount> discountsGo = new ArrayList<>();

    private Splitting() {}

    static Order.Split of(Order order, Map<Long, Integer> quantities, OrderHead newHead, List<Long> partIds) {
        quantities.keySet().forEach(order::item);
        Splitting splitting = new Splitting();
        List<Discount> settled = order.totals().settled();
        Iterator<Long> ids = partIds.iterator();
        for (OrderItem item : order.items()) {
            Integer quantity = quantities.get(item.itemId());
            List<Discount> own = settled.stream()
                    .filter(each -> Objects.equals(each.itemId(), item.itemId()))
                    .toList();
            if (quantity == null) {
                splitting.keep(item, own);
            } else {
                splitting.move(item, quantity, own, ids);
            }
        }
        if (splitting.stay.stream().allMatch(OrderItem::isVoided)) {
            throw ProblemException.of(OrdersProblem.NOTHING_LEFT, "Leave something on the order, or transfer it.");
        }
        return new Order.Split(
                new Order(order.next(), List.copyOf(splitting.stay), Order.numbered(splitting.discountsStay)),
                new Order(newHead, List.copyOf(splitting.go), Order.numbered(splitting.discountsGo)));
    }

    private void keep(OrderItem item, List<Discount> own) {
        stay.add(item);
        discountsStay.addAll(own);
    }

    private void move(OrderItem item, int quantity, List<Discount> own, Iterator<Long> ids) {
        if (item.isVoided()) {
            throw ProblemException.invalid("items", "item " + item.itemId() + " is voided");
        }
        Order.requirePart(item, quantity);
        if (quantity == item.quantity()) {
            go.add(item.moved());
            discountsGo.addAll(own);
        } else {
            OrderItem part = item.part(ids.next(), quantity);
            stay.add(item.of(item.quantity() - quantity));
            go.add(part);
            share(own, item, part);
        }
    }

    /**
     * The part's share of all discounts together is rounded down; what stays gets the rest. Neither is then ever more
     * than its line costs, which rounding each discount by itself could make it.
     */
    private void share(List<Discount> own, OrderItem item, OrderItem part) {
        long cents = 0;
        long shared = 0;
        for (Discount discount : own) {
            long off = discount.off(Long.MAX_VALUE);
            cents += off;
            long share = Math.floorDiv(cents * part.quantity(), item.quantity()) - shared;
            shared += share;
            add(discountsStay, discount.withAmountCents(off - share));
            add(discountsGo, discount.withItemId(part.itemId()).withAmountCents(share));
        }
    }

    private static void add(List<Discount> discounts, Discount discount) {
        if (discount.off(Long.MAX_VALUE) > 0) {
            discounts.add(discount);
        }
    }
}
