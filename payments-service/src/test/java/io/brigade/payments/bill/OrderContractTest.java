package io.brigade.payments.bill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What payments-service reads of an order stands in orders-service's committed document. */
class OrderContractTest {

    private static final Path ORDERS_DOCUMENT = Path.of("../orders-service/openapi.yaml");

    @Test
    void everyFieldThatBillingReadsIsPromised() throws IOException {
        assertPromised(BilledOrder.class, "OrderView");
        assertPromised(BilledOrder.BilledItem.class, "ItemView");
    }

    private static void assertPromised(Class<?> reader, String schema) throws IOException {
        JsonNode promised = new ObjectMapper(new YAMLFactory())
                .readTree(ORDERS_DOCUMENT.toFile())
                .at("/components/schemas/" + schema + "/properties");
        for (RecordComponent component : reader.getRecordComponents()) {
            String field = new SnakeCaseStrategy().translate(component.getName());
            assertThat(promised.has(field)).as(schema + "." + field).isTrue();
        }
    }
}
