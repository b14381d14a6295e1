package io.brigade.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people and generated clients are shown as an example is something that the services would take or answer. */
class ExamplesTest {

    @ParameterizedTest
    @MethodSource("services")
    void everyExampleFitsItsSchema(String service) {
        Examples.Report report = Examples.check(Documents.read(Documents.of(service)));

        assertThat(report.objections()).isEmpty();
        assertThat(report.checked()).isGreaterThan(100);
    }

    static Stream<String> services() {
        return Documents.SERVICES.stream();
    }

    @Test
    void anExampleOfABodyThatDoesNotFitIsFound() {
        ObjectNode payments = Documents.read(Documents.of("payments"));
        ((ObjectNode) payments.at("/components/examples/NewPayment/value")).put("amount_cents", "34.50");

        assertThat(Examples.check(payments).objections())
                .singleElement()
                .asString()
                .contains("/requestBody/", "amount_cents");
    }

    @Test
    void anExampleOfAFieldThatDoesNotFitIsFound() {
        ObjectNode payments = Documents.read(Documents.of("payments"));
        ((ObjectNode) payments.at("/components/schemas/Payment/properties/tip_cents")).put("example", "three");

        assertThat(Examples.check(payments).objections())
                .singleElement()
                .asString()
                .startsWith("/components/schemas/Payment/properties/tip_cents");
    }
}
