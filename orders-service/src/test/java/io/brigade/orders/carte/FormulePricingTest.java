package io.brigade.orders.carte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brigade.orders.order.Allergen;
import io.brigade.orders.order.NewItem;
import io.brigade.orders.order.NewItemBuilder;
import io.brigade.orders.order.OrderItem;
import io.brigade.orders.order.ServiceMode;
import io.brigade.platform.problem.ProblemException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class FormulePricingTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final OffsetDateTime MONDAY_NOON = OffsetDateTime.parse("2026-11-23T11:00:00Z");

    @Property
    void theSharesOfASetMenuAddUpToItsPriceAndItsSupplementsStayWithTheirDish(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 0, max = 5_000) Long> prices,
            @ForAll @LongRange(min = 0, max = 10_000) long price,
            @ForAll @LongRange(min = 0, max = 900) long supplement,
            @ForAll @IntRange(min = 1, max = 9) int quantity) {
        Carte carte = carte(prices, price, supplement, List.of());

        List<OrderItem> items = new PriceList(carte).price(menu(prices.size(), quantity), moment(MONDAY_NOON), ids());

        assertThat(items.stream().mapToLong(OrderItem::grossCents).sum()).isEqualTo(quantity * (price + supplement));
        assertThat(items)
                .extracting(item -> item.formule().line())
                .containsOnly(items.getFirst().itemId());
        assertThat(items).extracting(OrderItem::vatRateBp).containsOnly(1000);
    }

    @Example
    void eachShareIsInProportionToWhatTheDishCostsByItself() {
        List<OrderItem> items = new PriceList(carte(List.of(1000L, 2000L, 600L), 2400, 0, List.of()))
                .price(menu(3, 1), moment(MONDAY_NOON), ids());

        assertThat(items).extracting(OrderItem::unitPriceCents).containsExactly(667L, 1333L, 400L);
    }

    @Example
    void aChoiceThatOnlyOneStepOffersFindsRoomWhateverIsNamedFirst() {
        Carte carte = carte(List.of(1000L, 2000L), 2400, 0, List.of());
        Carte overlapping = withSteps(
                carte,
                new Carte.Step("A", 1, 1, List.of(new Carte.Choice(1, 0), new Carte.Choice(2, 0))),
                new Carte.Step("B", 1, 1, List.of(new Carte.Choice(2, 0))));
        NewItem wanted = menu(2, 1).withChoices(List.of(choice(2), choice(1)));

        assertThat(new PriceList(overlapping).price(wanted, moment(MONDAY_NOON), ids()))
                .extracting(OrderItem::dishId)
                .containsExactly(2L, 1L);
        assertThatThrownBy(() -> new PriceList(overlapping)
                        .price(wanted.withChoices(List.of(choice(1))), moment(MONDAY_NOON), ids()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("«B»");
    }

    @Example
    void hoursCountByTheRestaurantsClockAndThoseAfterMidnightBelongToTheDayBefore() {
        Carte.TimedPrice evening =
                new Carte.TimedPrice(List.of(Carte.Day.FRI), LocalTime.of(22, 0), LocalTime.of(2, 0), 500);
        PriceList prices = new PriceList(carte(List.of(900L), 900, 0, List.of(evening)));

        assertThat(priceAt(prices, "2026-11-27T20:59:59Z")).isEqualTo(900);
        assertThat(priceAt(prices, "2026-11-27T21:00:00Z")).isEqualTo(500);
        assertThat(priceAt(prices, "2026-11-28T00:59:59Z")).isEqualTo(500);
        assertThat(priceAt(prices, "2026-11-28T01:00:00Z")).isEqualTo(900);
        assertThat(priceAt(prices, "2026-11-28T21:30:00Z")).isEqualTo(900);
    }

    @Example
    void theKitchenIsWarnedOfWhatTheGuestMustNotEat() {
        NewItem wanted = NewItemBuilder.builder()
                .dishId(1L)
                .quantity(1)
                .allergies(List.of(Allergen.NUTS, Allergen.MILK, Allergen.NUTS))
                .build();

        OrderItem item = new PriceList(carte(List.of(900L), 900, 0, List.of()))
                .price(wanted, moment(MONDAY_NOON), ids())
                .getFirst();

        assertThat(item.allergies()).containsExactly(Allergen.MILK, Allergen.NUTS);
        assertThat(item.allergenWarning()).containsExactly(Allergen.MILK);
    }

    private static long priceAt(PriceList prices, String time) {
        NewItem wanted = NewItemBuilder.builder().dishId(1L).quantity(1).build();
        return prices.price(wanted, moment(OffsetDateTime.parse(time)), ids())
                .getFirst()
                .unitPriceCents();
    }

    private static PriceList.Moment moment(OffsetDateTime at) {
        return new PriceList.Moment(ServiceMode.DINE_IN, at, PARIS);
    }

    private static Iterator<Long> ids() {
        return LongStream.iterate(100, id -> id + 1).boxed().iterator();
    }

    private static NewItem menu(int dishes, int quantity) {
        return NewItemBuilder.builder()
                .formuleId(1L)
                .quantity(quantity)
                .choices(LongStream.rangeClosed(1, dishes)
                        .mapToObj(FormulePricingTest::choice)
                        .toList())
                .build();
    }

    private static NewItem.Choice choice(long dishId) {
        return new NewItem.Choice(dishId, null, null, null, null);
    }

    /** Dishes 1, 2, … at these prices, and a set menu with a step for each; the first has the supplement. */
    private static Carte carte(List<Long> prices, long price, long supplement, List<Carte.TimedPrice> timed) {
        List<Carte.Dish> dishes = LongStream.rangeClosed(1, prices.size())
                .mapToObj(id -> new Carte.Dish(
                        id,
                        "Plat " + id,
                        prices.get((int) id - 1),
                        timed,
                        Map.of(ServiceMode.DINE_IN, 1000),
                        "HOT",
                        (int) id,
                        List.of(Allergen.MILK),
                        null,
                        true,
                        null,
                        null,
                        List.of()))
                .toList();
        List<Carte.Step> steps = dishes.stream()
                .map(dish -> new Carte.Step(
                        dish.name(),
                        1,
                        1,
                        List.of(new Carte.Choice(dish.dishId(), dish.dishId() == 1 ? supplement : 0))))
                .toList();
        return new Carte(
                1,
                1,
                List.of(new Carte.Category(dishes)),
                List.of(),
                List.of(new Carte.Formule(1, "Menu", price, List.of(), true, steps)));
    }

    private static Carte withSteps(Carte carte, Carte.Step... steps) {
        return new Carte(
                1,
                1,
                carte.categories(),
                List.of(),
                List.of(new Carte.Formule(1, "Menu", 2400, List.of(), true, Arrays.asList(steps))));
    }
}
