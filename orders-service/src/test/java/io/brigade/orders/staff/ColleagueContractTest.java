package io.brigade.orders.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.orders.StaffStandIn;
import io.brigade.platform.json.JsonConventions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ColleagueContractTest {

    private static final Path STAFF_DOCUMENT = Path.of("../staff-service/openapi.yaml");

    @Test
    void theStandInAnswersWhatStaffServicePromises() throws IOException {
        OpenApiInteractionValidator staff = OpenApiInteractionValidator.createForInlineApiSpecification(
                        Files.readString(STAFF_DOCUMENT))
                .build();

        var report = staff.validateResponse(
                "/api/staff/colleagues/" + StaffStandIn.HUGO,
                Request.Method.GET,
                SimpleResponse.Builder.ok()
                        .withContentType("application/json")
                        .withBody(StaffStandIn.hugo())
                        .build());

        assertThat(report.getMessages()).isEmpty();
    }

    @Test
    void whatOrdersReadIsInIt() throws IOException {
        Colleague hugo = JsonConventions.apply(new ObjectMapper()).readValue(StaffStandIn.hugo(), Colleague.class);

        assertThat(hugo.staffId()).isEqualTo(StaffStandIn.HUGO);
        assertThat(hugo.name()).isEqualTo("Hugo");
    }
}
