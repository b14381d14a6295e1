package io.brigade.payments;

import io.brigade.platform.rules.CommittedOpenApi;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PaymentsBackend
class OpenApiTest {

    @Test
    void theServedDocumentIsTheCommittedOne() throws IOException {
        CommittedOpenApi.check();
    }
}
