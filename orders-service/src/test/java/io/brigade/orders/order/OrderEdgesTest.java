package io.brigade.orders.order;

import static io.brigade.orders.order.Sample.NOON;
import static io.brigade.orders.order.Sample.item;
import static io.brigade.orders.order.Sample.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every edge of the order's and the item's state tables, by the calls that would take it. */
class OrderEdgesTest {

    private static final Map<String, UnaryOperator<Order>> OF_OPEN_ORDERS = Map.of(
            "add", order -> order.add(List.of(item(2, 1, 500))),
            "void", order -> order.voidItem(1, null, "erreur", 9),
            "fire", order -> order.fire(1, NOON),
            "discount", order -> order.discount(Sample.comp(1, null)),
            "remove discount", order -> order.removeDiscount(1),
            "change", order -> order.change(head -> head.withCovers(3)),
            "absorb", order -> order.absorb(order(item(3, 1, 100))),
            "cancel", order -> order.cancel("parti", NOON),
            "close", order -> order.close(NOON),
            "split",
                    order -> order.split(Map.of(1L, 1), Sample.head(79), List.of(9L))
                            .stays());

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "CANCELLED"})
    void nothingIsDoneToAnOrderThatHasEnded(OrderStatus status) {
        Order ended = order(item(1, 2, 950));
        Order order = new Order(ended.head().withStatus(status), ended.items(), List.of(Sample.percent(1, null, 1000)));

        OF_OPEN_ORDERS.forEach((name, change) -> assertThatThrownBy(() -> change.apply(order))
                .as(name)
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(OrdersProblem.ORDER_CLOSED)));
        assertThat(order.settle(1710, NOON)).isSameAs(order);
    }

    @ParameterizedTest
    @EnumSource
    void anItemIsMovedRecalledVoidedAndEditedOnlyAlongTheTable(ItemState from) {
        Order order = order(item(1, 1, 950).withState(from), item(2, 1, 100));
        for (ItemState to : ItemState.values()) {
            outcome(from.canBecome(to), () -> order.moveItems(Set.of(1L), to, NOON), to);
        }
        outcome(from != ItemState.VOIDED, () -> order.voidItem(1, null, "erreur", 9), ItemState.VOIDED);
        outcome(from == ItemState.HELD, () -> order.edit(order.item(1).withNote("sans sel")), ItemState.HELD);
        boolean recallable = from == ItemState.READY || from == ItemState.SERVED;
        outcome(
                recallable,
                () -> order.recallItems(Set.of(1L), NOON),
                from == ItemState.SERVED ? ItemState.READY : ItemState.PREPARING);
    }

    private static void outcome(boolean allowed, Supplier<Order> change, ItemState expected) {
        if (allowed) {
            assertThat(change.get().item(1).state()).isEqualTo(expected);
            assertThat(change.get().version()).isEqualTo(2);
        } else {
            assertThatThrownBy(change::get)
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                            .isEqualTo(OrdersProblem.ITEM_STATE_CONFLICT));
        }
    }

    @Test
    void onlyWhatIsHeldOfTheCourseIsFired() {
        Order order = order(
                item(1, 1, 950).withState(ItemState.HELD).withSentAt(null),
                item(2, 1, 950).withState(ItemState.HELD).withCourse(2).withSentAt(null),
                item(3, 1, 950).withState(ItemState.READY));

        Order fired = order.fire(1, NOON);

        assertThat(fired.items())
                .extracting(OrderItem::state)
                .containsExactly(ItemState.SENT, ItemState.HELD, ItemState.READY);
        assertThat(fired.item(1).sentAt()).isEqualTo(NOON);
        assertThat(fired.fire(1, NOON)).isSameAs(fired);
    }

    @Test
    void partOfALineIsVoidedAsALineOfItsOwn() {
        Order order = order(item(1, 5, 400)).voidItem(1, 2, "renversé", 9);

        assertThat(order.items()).extracting(OrderItem::quantity).containsExactly(3, 2);
        assertThat(order.item(9).state()).isEqualTo(ItemState.VOIDED);
        assertThat(order.totalCents()).isEqualTo(1200);
        assertThatThrownBy(() -> order.voidItem(1, 4, "erreur", 10)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anOrderClosesWhenNothingIsOwedAndNotBefore() {
        Order order = order(item(1, 1, 950));

        assertThatThrownBy(() -> order.close(NOON))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(OrdersProblem.ORDER_NOT_PAID));
        assertThat(order.settle(900, NOON)).isSameAs(order);
        assertThat(order.settle(950, NOON).head().status()).isEqualTo(OrderStatus.CLOSED);
        assertThat(order.discount(Sample.comp(1, null)).close(NOON).head().status())
                .isEqualTo(OrderStatus.CLOSED);
    }

    @Test
    void ordersOfDifferentModesAreNotMergedBecauseVatWouldChange() {
        Order takeaway = order(item(1, 1, 950));
        Order other =
                new Order(Sample.head(79).withServiceMode(ServiceMode.TAKEAWAY), List.of(item(2, 1, 950)), List.of());

        assertThatThrownBy(() -> takeaway.absorb(other))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(OrdersProblem.SERVICE_MODE_DIFFERS));
    }

    @Test
    void aSplitLeavesSomething() {
        Order order = order(item(1, 2, 950));

        assertThatThrownBy(() -> order.split(Map.of(1L, 2), Sample.head(79), List.of()))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(OrdersProblem.NOTHING_LEFT));
        assertThat(Stream.of(order.split(Map.of(1L, 1), Sample.head(79), List.of(9L)))
                        .map(split -> split.goes().item(9).quantity()))
                .containsExactly(1);
    }
}
