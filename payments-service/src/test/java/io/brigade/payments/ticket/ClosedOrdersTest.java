package io.brigade.payments.ticket;

import static io.brigade.payments.Till.bill;
import static io.brigade.payments.Till.paid;
import static io.brigade.payments.Till.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.payments.OrdersStandIn;
import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.closing.Evening;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that end without a last payment. */
@QuarkusTest
@PaymentsBackend
class ClosedOrdersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Evening evening;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Inject
    Tickets tickets;

    @BeforeEach
    void somebodySignsIn() {
        tell("staff.signed_in", Map.of("staff_id", 105, "name", "Sophie", "seller", Evening.SELLER));
    }

    @Test
    void whatIsOnTheHouseGetsATicketOfNothingWithoutAPayment() throws JsonProcessingException {
        long order = OrdersStandIn.open(4800, 0);
        OrdersStandIn.put(order, 2, "CLOSED", 4800, 0, 4800);
        end("order.closed", order);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tickets(order)).hasSize(1));
        Ticket ticket = tickets(order).getFirst();
        assertThat(ticket.totalCents()).isZero();
        assertThat(ticket.discountCents()).isEqualTo(4800);
        assertThat(ticket.lines()).hasSize(1);
        assertThat(ticket.tableName()).isEqualTo("T4");
        assertThat(ticket.cashier().name()).isEqualTo("Sophie");
        assertThat(ticket.settlements()).isEmpty();
    }

    @Test
    void whatWasPaidInPartGetsItsTicketWhenTheRestIsTakenOff() throws JsonProcessingException {
        long order = OrdersStandIn.open(4800, 0);
        paid(order, "CARD", 3000);
        OrdersStandIn.put(order, 2, "CLOSED", 4800, 0, 1800);
        end("order.closed", order);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tickets(order)).hasSize(1));
        Ticket ticket = tickets(order).getFirst();
        assertThat(ticket.totalCents()).isEqualTo(3000);
        assertThat(ticket.settlements())
                .extracting(Ticket.Settlement::amountCents)
                .containsExactly(3000L);
    }

    @Test
    void anOrderThatClosesBecauseItIsPaidGetsNoFurtherTicket() throws JsonProcessingException {
        long order = OrdersStandIn.open(4800, 650);
        paid(order, "CARD", 5450);
        OrdersStandIn.put(order, 2, "CLOSED", 4800, 650);
        end("order.closed", order);
        long free = OrdersStandIn.open(900, 0);
        OrdersStandIn.put(free, 2, "CLOSED", 900, 0, 900);
        end("order.closed", free);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tickets(free)).hasSize(1));
        assertThat(tickets(order)).hasSize(1);
    }

    @Test
    void moneyThatCameInBeforeACancellationIsToBeGivenBackAndCanBe() throws JsonProcessingException {
        long order = OrdersStandIn.open(4800, 0);
        long payment = paid(order, "CARD", 2000).getLong("payment_id");
        OrdersStandIn.put(order, 2, "CANCELLED", 0, 0);
        end("order.cancelled", order);

        assertThat(bill(order).getLong("left_cents")).isEqualTo(-2000);
        post(
                        Role.MANAGER,
                        "/api/payments/" + payment + "/refunds",
                        Map.of("amount_cents", 2000, "reason", "Commande annulée"))
                .then()
                .statusCode(201);
        assertThat(bill(order).getLong("left_cents")).isZero();
        assertThat(tickets(order)).isEmpty();
    }

    private void end(String type, long order) throws JsonProcessingException {
        tell(type, json.readTree(OrdersStandIn.told(order)));
    }

    private void tell(String type, Object data) {
        evening.run(transaction -> outbox.append(transaction, new Event(type, 1, Set.of("floor"), data)));
    }

    private List<Ticket> tickets(long order) {
        return tickets.ofOrder(1, order).await().atMost(PATIENCE);
    }
}
