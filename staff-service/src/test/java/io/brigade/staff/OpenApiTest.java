package io.brigade.staff;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.rules.CommittedOpenApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpenApiTest {

    @Test
    void theServedDocumentIsTheCommittedOne() throws IOException {
        CommittedOpenApi.check();
    }
}
