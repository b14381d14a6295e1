package io.brigade.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentStateTest {

    private static final Set<String> EDGES = Set.of(
            "INITIATED>AUTHORIZED",
            "INITIATED>DECLINED",
            "INITIATED>CANCELLED",
            "INITIATED>UNKNOWN",
            "AUTHORIZED>CAPTURED",
            "AUTHORIZED>CANCELLED",
            "AUTHORIZED>UNKNOWN",
            "UNKNOWN>AUTHORIZED",
            "UNKNOWN>CAPTURED",
            "UNKNOWN>DECLINED",
            "UNKNOWN>CANCELLED");

    @ParameterizedTest
    @EnumSource
    void aPaymentMovesAlongTheTableAndNowhereElse(PaymentState from) {
        for (PaymentState to : PaymentState.values()) {
            assertThat(from.canBecome(to)).as(from + ">" + to).isEqualTo(EDGES.contains(from + ">" + to));
        }
    }
}
