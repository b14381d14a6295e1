package io.brigade.payments.seller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.brigade.payments.StaffStandIn;
import io.brigade.platform.json.JsonConventions;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What payments-service reads of restaurants stands in staff-service's committed document. */
class RestaurantsContractTest {

    private static final Path STAFF_DOCUMENT = Path.of("../staff-service/openapi.yaml");

    @Test
    void everyFieldThatIsReadIsPromised() throws IOException {
        JsonNode document = new ObjectMapper(new YAMLFactory()).readTree(STAFF_DOCUMENT.toFile());
        assertThat(document.at("/paths/~1api~1restaurants/get/operationId").asText())
                .isEqualTo("listRestaurants");
        JsonNode promised = document.at("/components/schemas/RestaurantView/properties");
        for (Class<?> reader : new Class<?>[] {Restaurants.Overseen.class, StaffClient.Restaurant.class}) {
            for (RecordComponent component : reader.getRecordComponents()) {
                String field = new SnakeCaseStrategy().translate(component.getName());
                assertThat(promised.has(field)).as(field).isTrue();
            }
        }
    }

    @Test
    void aRestaurantsDayTurnsByItsOwnClock() throws IOException {
        StaffStandIn.add(60_001, "Bistrot", "EUR", "Europe/Paris");
        ObjectMapper json = JsonConventions.apply(new ObjectMapper().findAndRegisterModules());

        Restaurants.Overseen bistrot = json.readValue(StaffStandIn.group(), StaffClient.Page.class).data().stream()
                .filter(each -> each.restaurantId() == 60_001)
                .findFirst()
                .orElseThrow();

        assertThat(bistrot.businessDate(Instant.parse("2026-11-22T03:59:00Z"))).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(bistrot.businessDate(Instant.parse("2026-11-22T04:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 22));
    }
}
