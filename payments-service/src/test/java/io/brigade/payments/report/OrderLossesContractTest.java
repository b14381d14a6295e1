package io.brigade.payments.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.json.JsonConventions;
import io.brigade.platform.security.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is read of an order's events stands in the sample that orders-service commits and holds itself to. */
class OrderLossesContractTest {

    private static final Path SAMPLE = Path.of("../orders-service/src/test/resources/events/order.item_voided.json");

    @Test
    void everyFieldThatIsReadIsInTheSample() throws IOException {
        ObjectMapper json = JsonConventions.apply(new ObjectMapper().findAndRegisterModules());

        OrderLosses.ChangedOrder order = json.readerFor(OrderLosses.ChangedOrder.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(SAMPLE.toFile());

        assertThat(order)
                .isEqualTo(new OrderLosses.ChangedOrder(
                        LocalDate.of(2026, 11, 23),
                        1300,
                        new Person(101, "Camille"),
                        new Person(401, "Sophie"),
                        3950L));
    }
}
