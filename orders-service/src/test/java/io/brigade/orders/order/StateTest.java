package io.brigade.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateTest {

    private static final Set<String> ITEM_EDGES = Set.of(
            "HELD>SENT",
            "SENT>PREPARING",
            "PREPARING>READY",
            "READY>SERVED",
            "HELD>VOIDED",
            "SENT>VOIDED",
            "PREPARING>VOIDED",
            "READY>VOIDED",
            "SERVED>VOIDED");

    @ParameterizedTest
    @EnumSource
    void anItemMovesAlongTheTableAndNowhereElse(ItemState from) {
        for (ItemState to : ItemState.values()) {
            assertThat(from.canBecome(to)).as(from + ">" + to).isEqualTo(ITEM_EDGES.contains(from + ">" + to));
        }
    }

    @Test
    void anOrderEndsOnce() {
        assertThat(OrderStatus.OPEN.canBecome(OrderStatus.CLOSED)).isTrue();
        assertThat(OrderStatus.OPEN.canBecome(OrderStatus.CANCELLED)).isTrue();
        assertThat(OrderStatus.OPEN.canBecome(OrderStatus.OPEN)).isFalse();
        for (OrderStatus to : OrderStatus.values()) {
            assertThat(OrderStatus.CLOSED.canBecome(to)).isFalse();
            assertThat(OrderStatus.CANCELLED.canBecome(to)).isFalse();
        }
    }
}
