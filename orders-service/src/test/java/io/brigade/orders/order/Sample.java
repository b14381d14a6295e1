package io.brigade.orders.order;

import io.brigade.platform.security.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Orders and items for tests that need no database. */
final class Sample {

    static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-23T12:00:00Z");
    static final Person CAMILLE = new Person(101, "Camille");

    private Sample() {}

    static OrderItem item(long id, int quantity, long unitPriceCents) {
        return OrderItemBuilder.builder()
                .itemId(id)
                .version(1)
                .dishId(id)
                .name("Plat " + id)
                .quantity(quantity)
                .unitPriceCents(unitPriceCents)
                .vatRateBp(1000)
                .options(List.of())
                .allergies(List.of())
                .allergenWarning(List.of())
                .course(1)
                .station("HOT")
                .state(ItemState.SENT)
                .sentAt(NOON)
                .build();
    }

    static Order order(List<OrderItem> items, List<Discount> discounts) {
        return new Order(head(78), items, discounts);
    }

    static Order order(OrderItem... items) {
        return order(List.of(items), List.of());
    }

    static OrderHead head(long orderId) {
        return OrderHeadBuilder.builder()
                .orderId(orderId)
                .restaurantId(1)
                .tableId(4L)
                .tableName("T4")
                .serviceMode(ServiceMode.DINE_IN)
                .status(OrderStatus.OPEN)
                .version(1)
                .waiter(CAMILLE)
                .currency("EUR")
                .businessDate(LocalDate.of(2026, 11, 23))
                .openedAt(NOON)
                .build();
    }

    static Discount percent(int no, Long itemId, int bp) {
        return discount(no, itemId, DiscountKind.PERCENT).withPercentBp(bp);
    }

    static Discount amount(int no, Long itemId, long cents) {
        return discount(no, itemId, DiscountKind.AMOUNT).withAmountCents(cents);
    }

    static Discount comp(int no, Long itemId) {
        return discount(no, itemId, DiscountKind.COMP);
    }

    private static Discount discount(int no, Long itemId, DiscountKind kind) {
        return new Discount(no, itemId, kind, null, null, "geste", CAMILLE, null, NOON);
    }
}
