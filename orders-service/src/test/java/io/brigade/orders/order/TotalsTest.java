package io.brigade.orders.order;

import static io.brigade.orders.order.Sample.amount;
import static io.brigade.orders.order.Sample.comp;
import static io.brigade.orders.order.Sample.item;
import static io.brigade.orders.order.Sample.order;
import static io.brigade.orders.order.Sample.percent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TotalsTest {

    @Example
    void aDiscountOfTheOrderComesAfterThoseOfItsItemsAndIsSpreadOverThem() {
        Order order = order(
                List.of(item(1, 2, 950), item(2, 1, 2650)),
                List.of(amount(1, null, 500), percent(2, 1L, 1000), comp(3, 2L)));

        Totals totals = order.totals();

        assertThat(totals.grossCents()).isEqualTo(4550);
        assertThat(totals.totalCents(1)).isEqualTo(1900 - 190 - 500);
        assertThat(totals.totalCents(2)).isZero();
        assertThat(order.totalCents()).isEqualTo(1210);
        assertThat(order.discounts()).extracting(totals::centsOf).containsExactly(500L, 190L, 2650L);
    }

    @Example
    void aVoidedItemCostsNothingAndTakesItsDiscountAlong() {
        Order order = order(List.of(item(1, 1, 1000), item(2, 1, 500)), List.of(amount(1, 1L, 300)))
                .voidItem(1, null, "erreur", 9);

        assertThat(order.totalCents()).isEqualTo(500);
        assertThat(order.totals().grossCents()).isEqualTo(500);
    }

    @Property
    void sharesAddUpToTheAmountAndAreInProportion(
            @ForAll @LongRange(min = 0, max = 10_000_000) long cents,
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 1_000_000) Long> weights) {
        List<Long> shares = Spread.of(cents, weights);

        long sum = weights.stream().mapToLong(Long::longValue).sum();
        assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(cents);
        for (int i = 0; i < weights.size(); i++) {
            double exact = sum == 0 ? (double) cents / weights.size() : (double) cents * weights.get(i) / sum;
            assertThat((double) shares.get(i)).isBetween(Math.floor(exact - 1e-6), Math.ceil(exact + 1e-6));
        }
    }

    @Property
    void theOrdersTotalIsTheSumOfItsItemsAndEveryCentOfADiscountBelongsToOne(@ForAll("orders") Order order) {
        Totals totals = order.totals();

        assertThat(order.items().stream()
                        .mapToLong(item -> totals.totalCents(item.itemId()))
                        .sum())
                .isEqualTo(order.totalCents());
        assertThat(order.items())
                .allSatisfy(item -> assertThat(totals.totalCents(item.itemId())).isBetween(0L, item.grossCents()));
        assertThat(order.discounts().stream().mapToLong(totals::centsOf).sum())
                .isEqualTo(totals.grossCents() - totals.totalCents());
    }

    @Property
    void settledDiscountsTakeOffWhatTheyDidBefore(@ForAll("orders") Order order) {
        Order settled = order(order.items(), order.totals().settled());

        assertThat(order.items()).allSatisfy(item -> assertThat(settled.totals().totalCents(item.itemId()))
                .isEqualTo(order.totals().totalCents(item.itemId())));
    }

    @Property
    void splittingChangesNoCent(@ForAll("orders") Order order, @ForAll @IntRange(max = 1_000_000) int seed) {
        Map<Long, Integer> quantities = new LinkedHashMap<>();
        order.items().stream()
                .filter(item -> !item.isVoided() && (seed >> item.itemId()) % 2 == 0)
                .forEach(item -> quantities.put(item.itemId(), 1 + (seed % item.quantity())));
        long left = order.items().stream()
                .filter(item -> !item.isVoided())
                .mapToLong(item -> item.quantity() - quantities.getOrDefault(item.itemId(), 0))
                .sum();
        if (quantities.isEmpty() || left == 0) {
            return;
        }

        Order.Split split = order.split(
                quantities,
                Sample.head(79),
                LongStream.range(1000, 1100).boxed().toList());

        assertThat(split.stays().totalCents() + split.goes().totalCents()).isEqualTo(order.totalCents());
        assertThat(quantity(split.goes()))
                .isEqualTo(quantities.values().stream().mapToInt(n -> n).sum());
        assertThat(quantity(split.stays()) + quantity(split.goes())).isEqualTo(quantity(order));
        assertThat(split.stays().version()).isEqualTo(order.version() + 1);
    }

    @Property
    void mergingChangesNoCent(@ForAll("orders") Order order, @ForAll("orders") Order other) {
        Order apart = new Order(
                Sample.head(79),
                other.items().stream()
                        .map(item -> item.withItemId(item.itemId() + 500))
                        .toList(),
                other.discounts().stream()
                        .map(discount ->
                                discount.itemId() == null ? discount : discount.withItemId(discount.itemId() + 500))
                        .toList());

        Order merged = order.absorb(apart);

        assertThat(merged.totalCents()).isEqualTo(order.totalCents() + other.totalCents());
        assertThat(merged.discounts()).extracting(Discount::discountNo).doesNotHaveDuplicates();
        assertThat(apart.absorbedBy(78, Sample.NOON).totalCents()).isZero();
    }

    /** Without flatMap, for which jqwik compares every generator it made with all those before. */
    @Provide
    Arbitrary<Order> orders() {
        Arbitrary<OrderItem> items = Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.longs().between(0, 9_999),
                        Arbitraries.of(ItemState.values()))
                .as((quantity, price, state) -> item(1, quantity, price).withState(state));
        return Combinators.combine(
                        items.list().ofMinSize(1).ofMaxSize(8),
                        discounts().list().ofMaxSize(5))
                .as(TotalsTest::made);
    }

    private static Arbitrary<Discount> discounts() {
        Arbitrary<Long> on = Arbitraries.longs().between(0, 7).injectNull(0.4);
        return Arbitraries.oneOf(
                Combinators.combine(on, Arbitraries.integers().between(1, 10_000))
                        .as((id, bp) -> percent(1, id, bp)),
                Combinators.combine(on, Arbitraries.longs().between(1, 20_000)).as((id, cents) -> amount(1, id, cents)),
                on.map(id -> comp(1, id)));
    }

    /** Items get their numbers here, and a discount one of them. */
    private static Order made(List<OrderItem> unnumbered, List<Discount> discounts) {
        List<OrderItem> items = new ArrayList<>();
        unnumbered.forEach(item -> items.add(item.withItemId(items.size() + 1)));
        return Sample.order(
                items,
                Order.numbered(discounts.stream()
                        .map(discount -> discount.itemId() == null
                                ? discount
                                : discount.withItemId(1 + discount.itemId() % items.size()))
                        .toList()));
    }

    private static int quantity(Order order) {
        return order.items().stream()
                .filter(item -> !item.isVoided())
                .mapToInt(OrderItem::quantity)
                .sum();
    }
}
