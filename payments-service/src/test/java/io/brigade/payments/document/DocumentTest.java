package io.brigade.payments.document;

import static io.brigade.payments.Till.as;
import static io.brigade.payments.Till.paid;
import static io.brigade.payments.Till.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.payments.OrdersStandIn;
import io.brigade.payments.PaymentsBackend;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PaymentsBackend
class DocumentTest {

    private static JsonPath print(String path) {
        return post(Role.CASHIER, path, Map.of())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    @Test
    void aNoteIsPrintedAgainAsADuplicataUntilSomethingChanges() {
        long order = OrdersStandIn.open(4800, 650);
        JsonPath note = print("/api/bills/" + order + "/notes");
        assertThat(note.getInt("duplicata_no")).isZero();
        assertThat(note.getString("text")).doesNotContain("DUPLICATA").contains("TOTAL TTC", "54,50 €", "SIRET");

        JsonPath again = print("/api/bills/" + order + "/notes");
        assertThat(again.getLong("number")).isEqualTo(note.getLong("number"));
        assertThat(again.getInt("duplicata_no")).isEqualTo(1);
        assertThat(again.getString("text")).contains("DUPLICATA 1");

        OrdersStandIn.put(order, 2, "OPEN", 4800, 0);
        JsonPath changed = print("/api/bills/" + order + "/notes");
        assertThat(changed.getLong("number")).isGreaterThan(note.getLong("number"));
        assertThat(changed.getInt("duplicata_no")).isZero();
    }

    @Test
    void aReceiptTellsOfItsPaymentAndComesInThreeForms() {
        long order = OrdersStandIn.open(4800, 650);
        long payment = paid(order, "CASH", 5450).getLong("payment_id");
        String path = "/api/payments/" + payment + "/receipt";
        as(Role.WAITER).get(path).then().statusCode(404);

        JsonPath receipt = print(path + "s");
        assertThat(receipt.getString("text").lines()).allMatch(line -> line.length() <= 42);
        as(Role.WAITER).accept("text/plain").get(path).then().statusCode(200).body(equalTo(receipt.getString("text")));
        as(Role.WAITER)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("Espèces"));
        byte[] bytes =
                as(Role.WAITER).accept("application/vnd.escpos").get(path).asByteArray();
        assertThat(bytes).startsWith(0x1b, '@');
        assertThat(print(path + "s").getInt("duplicata_no")).isEqualTo(1);
        assertThat(print(path + "s").getInt("duplicata_no")).isEqualTo(2);
        as(Role.WAITER).accept("image/png").get(path).then().statusCode(406);
    }

    @Test
    void thereIsNothingToPrintOnAnEmptyBillNorForNobody() {
        long empty = OrdersStandIn.open(0, 0);

        post(Role.CASHIER, "/api/bills/" + empty + "/notes", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_PRINT"));
        post(Role.CASHIER, "/api/payments/99999999/receipts", Map.of()).then().statusCode(404);
        post(Role.KITCHEN, "/api/bills/" + empty + "/notes", Map.of()).then().statusCode(403);
    }
}
