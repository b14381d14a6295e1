package io.brigade.orders.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the items of an order cost and what discounts take off each of them. Discounts of items come first, in the order
 * in which they were given, then those of the whole order, each spread over what is left of the items. So every cent of
 * a discount belongs to an item, and with it to a VAT rate.
 */
public final class Totals {

    private final Map<Long, Long> left = new LinkedHashMap<>();
    private final List<Cut> cuts = new ArrayList<>();
    private final long grossCents;

    /** What one discount takes off one item. */
    record Cut(Discount discount, long itemId, long cents) {}

    private Totals(List<OrderItem> items) {
        items.forEach(item -> left.put(item.itemId(), item.grossCents()));
        grossCents = items.stream().mapToLong(OrderItem::grossCents).sum();
    }

    /** Of these items with these discounts. */
    static Totals of(List<OrderItem> items, List<Discount> discounts) {
        Totals totals = new Totals(items);
        discounts.forEach(discount -> totals.cutItem(discount, discount.itemId()));
        discounts.stream().filter(discount -> discount.itemId() == null).forEach(totals::cutOrder);
        return totals;
    }

    /** Of the order, before discounts. */
    long grossCents() {
        return grossCents;
    }

    /** Of the order, after discounts. */
    long totalCents() {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of one item, after discounts. */
    long totalCents(long itemId) {
        return left.getOrDefault(itemId, 0L);
    }

    /** What discounts that nobody approved take off. */
    long unapprovedCents() {
        return cuts.stream()
                .filter(cut -> cut.discount().approvedBy() == null)
                .mapToLong(Cut::cents)
                .sum();
    }

    /** What a discount takes off. */
    long centsOf(Discount discount) {
        return cuts.stream()
                .filter(cut -> cut.discount().discountNo() == discount.discountNo())
                .mapToLong(Cut::cents)
                .sum();
    }

    /** Every discount as amounts off single items: what it comes to now, whatever is added or taken away later. */
    List<Discount> settled() {
        List<Discount> settled = new ArrayList<>();
        for (Cut cut : cuts) {
            settled.add(cut.discount()
                    .withDiscountNo(settled.size() + 1)
                    .withItemId(cut.itemId())
                    .withAmountCents(cut.cents()));
        }
        return settled;
    }

    private void cutItem(Discount discount, @Nullable Long itemId) {
        if (itemId != null) {
            cut(discount, itemId, discount.off(totalCents(itemId)));
        }
    }

    private void cutOrder(Discount discount) {
        List<Long> items = left.entrySet().stream()
                .filter(item -> item.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        if (items.isEmpty()) {
            return;
        }
        List<Long> shares = Spread.of(
                discount.off(totalCents()), items.stream().map(this::totalCents).toList());
        for (int i = 0; i < items.size(); i++) {
            cut(discount, items.get(i), shares.get(i));
        }
    }

    private void cut(Discount discount, long itemId, long cents) {
        if (cents > 0) {
            cuts.add(new Cut(discount, itemId, cents));
            left.merge(itemId, -cents, Long::sum);
        }
    }
}
