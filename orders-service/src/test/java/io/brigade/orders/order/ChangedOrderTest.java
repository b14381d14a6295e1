package io.brigade.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.json.JsonConventions;
import io.brigade.platform.security.Person;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ChangedOrderTest {

    private final ObjectMapper json = JsonConventions.apply(new ObjectMapper().findAndRegisterModules());

    @Test
    void anEventTellsTheOrderAndBesideItWhoChangedItAndWhatItCameToBefore() throws IOException {
        Order before = Sample.order(Sample.item(311, 1, 2650), Sample.item(312, 2, 650));
        OrderChange change = new OrderChange(
                OrderAction.ITEM_VOIDED,
                before,
                before.voidItem(311, null, "Trop cuit", 313),
                Sample.CAMILLE,
                new Person(401, "Sophie"),
                "Trop cuit");

        assertThat(json.valueToTree(OrderEvents.of(change).data()).toPrettyString())
                .isEqualTo(sample());
    }

    /** Other services read it in their contract tests. */
    private String sample() throws IOException {
        try (InputStream file = ChangedOrderTest.class.getResourceAsStream("/events/order.item_voided.json")) {
            return json.readTree(file).toPrettyString();
        }
    }
}
