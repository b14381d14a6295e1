package io.brigade.orders.slip;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.dinner;
import static io.brigade.orders.Waiter.item;
import static io.brigade.orders.Waiter.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.orders.MenuStandIn;
import io.brigade.orders.OrdersBackend;
import io.brigade.orders.kitchen.Cook;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OrdersBackend
class PrintingTest {

    @Inject
    SlipHousekeeping housekeeping;

    @AfterEach
    @BeforeEach
    void nothingWaitsAndTheDemosPrintersAreThere() throws SQLException {
        Cook.sql("DELETE FROM print_jobs; DELETE FROM slip_printers;"
                + " INSERT INTO slip_printers (restaurant_id, station) VALUES (1, 'HOT'), (1, 'BAR')");
    }

    @Test
    void everyStationWithAPrinterGetsASlip() {
        long order = place(dinner(7)).getLong("order_id");

        List<Map<String, Object>> jobs = Cook.get("print-jobs").getList("data");
        assertThat(jobs).extracting("station").containsExactlyInAnyOrder("HOT", "BAR");
        assertThat(jobs).allSatisfy(job -> assertThat(job)
                .containsEntry("order_id", (int) order)
                .containsEntry("kind", "NEW")
                .containsEntry("state", "PENDING")
                .containsEntry("attempts", 0)
                .containsEntry("last_error", null));
        assertThat(Cook.get("print-jobs?printer=BAR").getList("data")).hasSize(1);
        assertThat(Cook.get("print-jobs?printer=COLD").getList("data")).isEmpty();

        String slip = slip(claim("HOT", 10).getLong("jobs[0].job_id"));
        assertThat(slip)
                .contains(" NOUVEAU ", " Table T7 ", "Salle   Couverts : 2", "Poste CHAUD   Commande " + order)
                .contains("--- SERVICE 1 ---\n2 x Soupe à l'oignon\n", "1 x Entrecôte\n    + Saignant\n    + Gratin\n")
                .doesNotContain("Morgon", "RÉIMPRESSION");
    }

    @Test
    void slipsComeOldestFirstAndOnce() {
        List<Long> ids = orders(3);

        assertThat(claimed("HOT", 2)).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(claimed("HOT", 2)).containsExactly(ids.get(2));
        assertThat(claimed("HOT", 2)).isEmpty();
        assertThat(Cook.get("print-jobs?state=PRINTING&printer=HOT").getList("data.job_id", Long.class))
                .containsExactlyElementsOf(ids);

        ids.forEach(id -> post(id + "/printed", Map.of()).then().statusCode(200).body("state", equalTo("PRINTED")));
        assertThat(Cook.get("print-jobs?printer=HOT").getList("data")).isEmpty();
        JsonPath printed = Cook.get("print-jobs?printer=HOT&state=PRINTED&limit=2");
        assertThat(printed.getList("data.job_id", Long.class)).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(Cook.get("print-jobs?printer=HOT&state=PRINTED&cursor=" + printed.getString("next_cursor"))
                        .getList("data.job_id", Long.class))
                .containsExactly(ids.get(2));
    }

    @Test
    void printersThatClaimAtOnceNeverGetTheSameSlip() throws Exception {
        List<Long> ids = orders(20);

        List<List<Long>> claims = AtOnce.call(10, () -> claimed("HOT", 3));

        assertThat(claims.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .isSubsetOf(ids);
        assertThat(claims).allSatisfy(claim -> assertThat(claim).isSorted());
        List<Long> rest = claimed("HOT", 50);
        assertThat(claims.stream().mapToInt(List::size).sum() + rest.size()).isEqualTo(20);
    }

    @Test
    void aSlipThatIsNotHeardOfWaitsAgainAndSaysSo() throws SQLException {
        long job = orders(1).getFirst();
        assertThat(claimed("HOT", 1)).containsExactly(job);
        assertThat(slip(job)).doesNotContain("RÉIMPRESSION");
        assertThat(claimed("HOT", 1)).isEmpty();
        leaseIsOver();

        assertThat(Cook.get("print-jobs?state=PENDING").getList("data.job_id", Long.class))
                .contains(job);
        assertThat(Cook.get("print-jobs?state=PRINTING").getList("data")).isEmpty();
        claimJson("HOT", 1)
                .then()
                .body("jobs[0].job_id", equalTo((int) job))
                .body("jobs[0].attempts", equalTo(2))
                .body("jobs[0].state", equalTo("PRINTING"));
        assertThat(slip(job)).startsWith("************** RÉIMPRESSION **************\n");

        post(job + "/printed", Map.of()).then().statusCode(200).body("leased_until", nullValue());
        String printedAt = post(job + "/printed", Map.of())
                .then()
                .statusCode(200)
                .extract()
                .path("printed_at");
        assertThat(Cook.get("print-jobs?state=PRINTED").getString("data[0].printed_at"))
                .isEqualTo(printedAt);
        leaseIsOver();
        assertThat(claimed("HOT", 1)).isEmpty();
    }

    @Test
    void whatWasPrintedAfterItsLeaseIsPrinted() throws SQLException {
        long job = orders(1).getFirst();
        claim("HOT", 1);
        leaseIsOver();

        post(job + "/printed", Map.of()).then().statusCode(200).body("state", equalTo("PRINTED"));
        assertThat(claimed("HOT", 1)).isEmpty();
    }

    @Test
    void aSlipThatDidNotComeOutWaitsWithItsError() {
        long job = orders(1).getFirst();
        claim("HOT", 1);

        post(job + "/failed", Map.of("reason", "Plus de papier"))
                .then()
                .statusCode(200)
                .body("state", equalTo("PENDING"))
                .body("attempts", equalTo(1))
                .body("last_error", equalTo("Plus de papier"));
        assertThat(claimed("HOT", 1)).containsExactly(job);
        post(job + "/printed", Map.of()).then().statusCode(200).body("last_error", equalTo("Plus de papier"));
        post(job + "/failed", Map.of("reason", "Encore")).then().statusCode(409).body("code", equalTo("SLIP_PRINTED"));
        post(job + "/failed", Map.of("reason", "")).then().statusCode(400);
    }

    @Test
    void aClaimThatIsSentAgainGetsTheSameSlips() {
        orders(2);
        String key = UUID.randomUUID().toString();
        Map<String, Object> claim = Map.of("printer", "HOT", "limit", 1);

        String first = as(Role.KITCHEN)
                .header("Idempotency-Key", key)
                .body(claim)
                .post("/api/kitchen/print-jobs/claim")
                .then()
                .statusCode(200)
                .body("jobs", hasSize(1))
                .extract()
                .asString();
        as(Role.KITCHEN)
                .header("Idempotency-Key", key)
                .body(claim)
                .post("/api/kitchen/print-jobs/claim")
                .then()
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
    }

    @Test
    void aFiredCourseAndAVoidedDishArePrintedToo() {
        JsonPath order = place(Map.of(
                "table_id",
                8,
                "additional",
                true,
                "items",
                List.of(
                        item(MenuStandIn.SOUP, 1),
                        Map.of(
                                "dish_id",
                                MenuStandIn.STEAK,
                                "quantity",
                                2,
                                "options",
                                List.of(MenuStandIn.RARE),
                                "hold",
                                true))));
        long orderId = order.getLong("order_id");
        as(Role.WAITER)
                .post("/api/orders/" + orderId + "/courses/2/fire")
                .then()
                .statusCode(200);
        as(Role.MANAGER)
                .body(Map.of("reason", "Erreur de commande"))
                .post("/api/orders/" + orderId + "/items/" + order.getLong("items[0].item_id") + "/void")
                .then()
                .statusCode(200);

        JsonPath claimed = claim("HOT", 10);
        assertThat(claimed.getList("jobs.kind", String.class)).containsExactly("NEW", "FIRE", "VOID");
        List<Long> ids = claimed.getList("jobs.job_id", Long.class);
        assertThat(slip(ids.get(0))).contains("1 x Soupe à l'oignon").doesNotContain("Entrecôte");
        assertThat(slip(ids.get(1))).contains(" ENVOYER LA SUITE ", "--- SERVICE 2 ---", "2 x Entrecôte");
        assertThat(slip(ids.get(2)))
                .contains(" ANNULATION ", "ANNULÉ 1 x Soupe à l'oignon", "Motif : Erreur de commande");
    }

    @Test
    void aSlipComesAsTextOrAsBytes() {
        long job = orders(1).getFirst();
        String path = "/api/kitchen/print-jobs/" + job + "/slip";

        as(Role.KITCHEN)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .header("Cache-Control", "no-store");
        for (String type : List.of("application/vnd.escpos", "application/octet-stream")) {
            byte[] bytes = as(Role.KITCHEN)
                    .accept(type)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .contentType(type)
                    .extract()
                    .asByteArray();
            assertThat(bytes).startsWith(0x1b, '@', 0x1b, 't', 16).endsWith(0x1d, 'V', 'B', 0);
        }
        as(Role.KITCHEN).accept("image/png").get(path).then().statusCode(406).body("code", equalTo("NOT_ACCEPTABLE"));
    }

    @Test
    void whatADeadPrinterHasGoesToAnother() {
        List<Long> ids = orders(3);
        claim("HOT", 1);

        post("reroute", Map.of("from_printer", "HOT", "to_printer", "BAR", "job_ids", List.of(ids.get(1))))
                .then()
                .statusCode(200)
                .body("rerouted", equalTo(1));
        assertThat(Cook.get("print-jobs?printer=BAR").getList("data.job_id", Long.class))
                .containsExactly(ids.get(1));
        post("reroute", Map.of("from_printer", "HOT", "to_printer", "BAR"))
                .then()
                .statusCode(200)
                .body("rerouted", equalTo(2));
        JsonPath claimed = claim("BAR", 10);
        assertThat(claimed.getList("jobs.job_id", Long.class)).containsExactlyElementsOf(ids);
        assertThat(claimed.getList("jobs.station", String.class)).containsOnly("HOT");
        assertThat(claimed.getList("jobs.attempts", Integer.class)).containsExactly(2, 1, 1);

        post("reroute", Map.of("from_printer", "BAR", "to_printer", "BAR"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("to_printer"));
        post("reroute", Map.of("from_printer", "BAR", "to_printer", "COLD"))
                .then()
                .statusCode(409)
                .body("code", equalTo("PRINTER_UNAVAILABLE"));
        post("reroute", Map.of("from_printer", "BAR", "to_printer", "HOT", "job_ids", List.of(999_999_999)))
                .then()
                .statusCode(404);
    }

    @Test
    void aStationIsSentToAnotherPrinterAndBack() {
        setPrinter("HOT", true, "BAR").then().statusCode(200).body("redirect_to", equalTo("BAR"));
        place(dinner(9));
        assertThat(Cook.get("print-jobs").getList("data.printer", String.class)).containsOnly("BAR");
        Map<String, Object> bar = Cook.get("printers").get("printers.find { it.station == 'BAR' }");
        assertThat(bar).containsEntry("waiting", 2).containsEntry("active", true);

        setPrinter("HOT", true, null).then().statusCode(200).body("redirect_to", nullValue());
        setPrinter("BAR", false, null).then().statusCode(200);
        place(dinner(9));
        assertThat(Cook.get("print-jobs").getList("data.printer", String.class))
                .containsExactlyInAnyOrder("BAR", "BAR", "HOT");
        setPrinter("PASTRY", true, null).then().statusCode(200).body("station", equalTo("PASTRY"));
        assertThat(Cook.get("printers").getList("printers.station", String.class))
                .containsExactly("BAR", "HOT", "PASTRY");
    }

    @Test
    void slipsAreNeverSentInACircleOrToNobody() throws Exception {
        setPrinter("HOT", true, "HOT").then().statusCode(400).body("errors[0].field", equalTo("redirect_to"));
        setPrinter("HOT", true, "COLD").then().statusCode(409).body("code", equalTo("PRINTER_UNAVAILABLE"));
        setPrinter("HOT", true, "BAR").then().statusCode(200);
        setPrinter("BAR", true, "HOT").then().statusCode(409).body("code", equalTo("PRINTER_UNAVAILABLE"));
        setPrinter("BAR", false, null).then().statusCode(409).body("code", equalTo("PRINTER_IN_USE"));
        setPrinter("COLD", true, "HOT").then().statusCode(409).body("code", equalTo("PRINTER_UNAVAILABLE"));
        setPrinter("HOT", true, null).then().statusCode(200);
        post("reroute", Map.of("from_printer", "BAR", "to_printer", "HOT"))
                .then()
                .statusCode(200);

        for (int round = 0; round < 5; round++) {
            Queue<String> stations = new ConcurrentLinkedQueue<>(List.of("HOT", "BAR"));
            List<Integer> answers = AtOnce.call(2, () -> {
                String station = stations.remove();
                return setPrinter(station, true, station.equals("HOT") ? "BAR" : "HOT")
                        .statusCode();
            });
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            setPrinter("HOT", true, null);
            setPrinter("BAR", true, null);
        }
        setPrinter("OVEN", true, null).then().statusCode(400);
        as(Role.KITCHEN).body(Map.of()).put("/api/kitchen/printers/HOT").then().statusCode(400);
    }

    @Test
    void whoMayPrintAndWhatOthersSee() {
        long job = orders(1).getFirst();

        as(Role.CASHIER).get("/api/kitchen/print-jobs").then().statusCode(200);
        as(Role.CASHIER).get("/api/kitchen/printers").then().statusCode(200);
        as(Role.CASHIER)
                .body(Map.of("printer", "HOT"))
                .post("/api/kitchen/print-jobs/claim")
                .then()
                .statusCode(403);
        as(Role.WAITER)
                .body(Map.of("active", true))
                .put("/api/kitchen/printers/HOT")
                .then()
                .statusCode(403);
        Cook.stranger()
                .get("/api/kitchen/print-jobs/" + job + "/slip")
                .then()
                .statusCode(404)
                .body(not(containsString("Soupe")));
        Cook.stranger()
                .post("/api/kitchen/print-jobs/" + job + "/printed")
                .then()
                .statusCode(404);
        Cook.stranger()
                .body(Map.of("reason", "x"))
                .post("/api/kitchen/print-jobs/" + job + "/failed")
                .then()
                .statusCode(404);
        Cook.stranger()
                .body(Map.of("printer", "HOT"))
                .post("/api/kitchen/print-jobs/claim")
                .then()
                .statusCode(200)
                .body("jobs", hasSize(0));
        post("claim", Map.of("printer", "HOT", "limit", 51)).then().statusCode(400);
        post("claim", Map.of("printer", "OVEN")).then().statusCode(400);
        as(Role.KITCHEN).get("/api/kitchen/print-jobs?state=LOST").then().statusCode(400);
    }

    @Test
    void slipsAreGoneAfterTwoDays() throws SQLException {
        List<Long> ids = orders(3);
        post(ids.get(0) + "/printed", Map.of()).then().statusCode(200);
        Cook.sql("UPDATE print_jobs SET created_at = now() - interval '49 hours' WHERE job_id IN (%d, %d)"
                .formatted(ids.get(0), ids.get(1)));

        housekeeping.tidy();

        await().untilAsserted(() -> {
            assertThat(Cook.get("print-jobs?state=PRINTED").getList("data")).isEmpty();
            assertThat(Cook.get("print-jobs?printer=HOT").getList("data.job_id", Long.class))
                    .containsExactly(ids.get(2));
        });
    }

    /** Ids of the slips that as many orders of a soup make. */
    private static List<Long> orders(int number) {
        IntStream.range(0, number)
                .forEach(_ ->
                        place(Map.of("table_id", 10, "additional", true, "items", List.of(item(MenuStandIn.SOUP, 1)))));
        return Cook.get("print-jobs?printer=HOT&limit=200").getList("data.job_id", Long.class);
    }

    private static void leaseIsOver() throws SQLException {
        Cook.sql("UPDATE print_jobs SET leased_until = now() - interval '1 second' WHERE leased_until IS NOT NULL");
    }

    private static Response post(String path, Object body) {
        return Cook.post("print-jobs/" + path, body);
    }

    private static Response claimJson(String printer, int limit) {
        return post("claim", Map.of("printer", printer, "limit", limit));
    }

    private static JsonPath claim(String printer, int limit) {
        return claimJson(printer, limit).then().statusCode(200).extract().jsonPath();
    }

    private static List<Long> claimed(String printer, int limit) {
        return claim(printer, limit).getList("jobs.job_id", Long.class);
    }

    private static String slip(long jobId) {
        return as(Role.KITCHEN)
                .get("/api/kitchen/print-jobs/" + jobId + "/slip")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Response setPrinter(String station, boolean active, String redirectTo) {
        String redirect = redirectTo == null ? "null" : "\"" + redirectTo + "\"";
        return as(Role.KITCHEN)
                .body("{\"active\": %b, \"redirect_to\": %s}".formatted(active, redirect))
                .put("/api/kitchen/printers/" + station);
    }
}
