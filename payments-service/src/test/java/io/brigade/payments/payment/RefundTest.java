package io.brigade.payments.payment;

import static io.brigade.payments.Till.bill;
import static io.brigade.payments.Till.paid;
import static io.brigade.payments.Till.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.payments.OrdersStandIn;
import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.Till;
import io.brigade.payments.bill.BillJson;
import io.brigade.payments.book.Ticket;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money that goes back, and the tickets that tell of it. */
@QuarkusTest
@PaymentsBackend
class RefundTest {

    @Inject
    BillJson json;

    private static Response refund(String role, long payment, Map<String, Object> refund) {
        return post(role, "/api/payments/" + payment + "/refunds", refund);
    }

    private static Map<String, Object> back(long cents) {
        return Map.of("amount_cents", cents, "reason", "Plat froid", "till", Till.NAME);
    }

    @Test
    void aSettledBillHasOneTicketWithEverythingOnIt() throws SQLException {
        long order = OrdersStandIn.open(4800, 650);
        paid(order, "CARD", 2000);
        assertThat(tickets(order)).isEmpty();
        paid(order, "CASH", 3450);

        Ticket ticket = tickets(order).getFirst();
        assertThat(ticket.kind()).isEqualTo(Ticket.Kind.SALE);
        assertThat(ticket.totalCents()).isEqualTo(5450);
        assertThat(ticket.seller().siret()).isEqualTo("12345678200010");
        assertThat(ticket.lines())
                .extracting(Ticket.Line::name)
                .containsExactly("Entrecôte grillée", "Verre de Morgon");
        assertThat(ticket.settlements())
                .extracting(Ticket.Settlement::method, Ticket.Settlement::amountCents)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PaymentMethod.CARD, 2000L),
                        org.assertj.core.groups.Tuple.tuple(PaymentMethod.CASH, 3450L));
        assertThat(bill(order).getList("ticket_nos")).hasSize(1);
    }

    @Test
    void whatComesOnTopOfASettledBillIsOnATicketOfItsOwn() throws SQLException {
        long order = OrdersStandIn.open(1000, 0);
        paid(order, "CARD", 1000);
        OrdersStandIn.put(order, 2, "OPEN", 1000, 650);
        paid(order, "CHEQUE", 650);

        List<Ticket> tickets = tickets(order);
        assertThat(tickets).extracting(Ticket::totalCents).containsExactly(1000L, 650L);
        assertThat(tickets.getLast().lines()).extracting(Ticket.Line::name).containsExactly("Verre de Morgon");
        assertThat(tickets.getLast().ticketNo())
                .isGreaterThan(tickets.getFirst().ticketNo());
    }

    @Test
    void whatIsGivenBackOfASettledBillIsACreditByRate() throws SQLException {
        long order = OrdersStandIn.open(4400, 1200);
        long payment = paid(order, "CASH", 5600).getLong("payment_id");
        long before = Till.openDrawer().getLong("expected_cents");

        refund(Role.CASHIER, payment, back(1000)).then().statusCode(403).body("code", equalTo("APPROVAL_REQUIRED"));
        refund(Role.MANAGER, payment, back(1000))
                .then()
                .statusCode(201)
                .body("amount_cents", equalTo(1000))
                .body("credited_cents", equalTo(1000))
                .body("approved_by.name", equalTo("Test MANAGER"));

        Ticket credit = tickets(order).getLast();
        assertThat(credit.kind()).isEqualTo(Ticket.Kind.CREDIT);
        assertThat(credit.totalCents()).isEqualTo(-1000);
        assertThat(credit.vat().stream()
                        .mapToLong(share -> share.netCents() + share.vatCents())
                        .sum())
                .isEqualTo(-1000);
        assertThat(credit.vat()).extracting(share -> share.grossCents()).containsExactly(-786L, -214L);
        assertThat(credit.settlements())
                .extracting(Ticket.Settlement::amountCents)
                .containsExactly(-1000L);
        assertThat(Till.openDrawer().getLong("expected_cents")).isEqualTo(before - 1000);
        assertThat(bill(order).getLong("left_cents")).isZero();
        assertThat(bill(order).getLong("due_cents")).isEqualTo(4600);
        refund(Role.MANAGER, payment, back(4601)).then().statusCode(422).body("code", equalTo("REFUND_TOO_MUCH"));
        refund(Role.MANAGER, payment, back(4600)).then().statusCode(201);
        assertThat(bill(order).getLong("due_cents")).isZero();
    }

    @Test
    void aVoidAfterPaymentShowsWhatIsToBeGivenBackAndIsNoCredit() throws SQLException {
        long order = OrdersStandIn.open(1000, 600);
        long payment = paid(order, "CARD", 1300).getLong("payment_id");
        OrdersStandIn.put(order, 2, "OPEN", 1000, 0);
        assertThat(bill(order).getLong("left_cents")).isEqualTo(-300);
        Till.pay(Map.of("order_id", order, "method", "CARD", "amount_cents", 1))
                .then()
                .statusCode(409);
        refund(Role.MANAGER, payment, back(301)).then().statusCode(422);

        refund(Role.MANAGER, payment, back(300)).then().statusCode(201).body("credited_cents", equalTo(0));

        assertThat(bill(order).getBoolean("settled")).isTrue();
        assertThat(tickets(order)).extracting(Ticket::totalCents).containsExactly(1000L);
        assertThat(tickets(order).getFirst().settlements())
                .extracting(Ticket.Settlement::amountCents)
                .containsExactly(1300L, -300L);
    }

    @Test
    void aPartialPaymentThatIsGivenBackIsOwedAgain() throws SQLException {
        long order = OrdersStandIn.open(1000, 0);
        long payment = paid(order, "CARD", 400).getLong("payment_id");

        refund(Role.MANAGER, payment, back(400)).then().statusCode(201).body("credited_cents", equalTo(0));

        assertThat(bill(order).getLong("left_cents")).isEqualTo(1000);
        paid(order, "CHEQUE", 1000);
        assertThat(tickets(order)).extracting(Ticket::totalCents).containsExactly(1000L);
    }

    @Test
    void aWaitersRefundTakesAnApprovalForThisOrderAndIsGivenOnceHoweverManyAsk() throws Exception {
        long order = OrdersStandIn.open(1000, 0);
        long payment = paid(order, "CARD", 1000).getLong("payment_id");
        String approval = TestTokens.approval(Role.CASHIER, "REFUND", order);
        Map<String, Object> request = Map.of("amount_cents", 700, "reason", "Plat froid", "approval_token", approval);

        List<Response> answers = AtOnce.call(8, () -> refund(Role.CASHIER, payment, request));

        assertThat(answers.stream().map(Response::statusCode).filter(status -> status == 201))
                .hasSize(1);
        assertThat(bill(order).getLong("credited_cents")).isEqualTo(700);
        refund(Role.WAITER, payment, back(1)).then().statusCode(403);
    }

    private List<Ticket> tickets(long order) throws SQLException {
        try (Connection database = Backends.database();
                var rows = database.createStatement()
                        .executeQuery(
                                "SELECT content FROM tickets WHERE order_id = " + order + " ORDER BY ticket_no")) {
            List<Ticket> tickets = new ArrayList<>();
            while (rows.next()) {
                tickets.add(json.read(rows.getString(1), Ticket.class));
            }
            return tickets;
        }
    }
}
