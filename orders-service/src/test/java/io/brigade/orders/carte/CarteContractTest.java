package io.brigade.orders.carte;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.orders.MenuStandIn;
import io.brigade.platform.json.JsonConventions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CarteContractTest {

    private static final Path MENU_DOCUMENT = Path.of("../menu-service/openapi.yaml");

    @Test
    void theStandInAnswersWhatMenuServicePromises() throws IOException {
        OpenApiInteractionValidator menu = OpenApiInteractionValidator.createForInlineApiSpecification(
                        Files.readString(MENU_DOCUMENT))
                .build();

        var report = menu.validateResponse(
                "/api/menu",
                Request.Method.GET,
                SimpleResponse.Builder.ok()
                        .withContentType("application/json")
                        .withBody(MenuStandIn.carte())
                        .build());

        assertThat(report.getMessages()).isEmpty();
    }

    @Test
    void whatOrderingReadsIsInIt() throws IOException {
        Carte carte = JsonConventions.apply(new ObjectMapper()).readValue(MenuStandIn.carte(), Carte.class);

        assertThat(carte.categories().getFirst().dishes()).hasSize(5).allSatisfy(dish -> {
            assertThat(dish.vatRatesBp()).hasSize(3);
            assertThat(dish.station()).isNotBlank();
        });
        assertThat(carte.optionGroups().getFirst().options())
                .extracting(Carte.Option::name)
                .contains("Saignant");
    }
}
