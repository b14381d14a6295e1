package io.brigade.payments.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.payments.book.Book;
import io.brigade.payments.book.Taking;
import io.brigade.payments.book.Ticket;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Adds every booking to the running totals of its day, so that a closing adds up days and never tickets. One statement per
 * booking; it locks the day's row first, so that two bookings never wait for each other.
 */
@ApplicationScoped
class DayTotals implements Book {

    private static final int QUARTER_MINUTES = 15;

    private final ObjectMapper json;

    @Inject
    DayTotals(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Uni<Void> ticket(Transaction transaction, Ticket ticket) {
        return transaction
                .connection()
                .preparedQuery(DayTotalsSql.TICKET)
                .execute(row(ticket))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> taking(Transaction transaction, Taking taking) {
        boolean refund = taking.refundOf() != null;
        Tuple row = Tuple.tuple()
                .addLong(taking.restaurantId())
                .addLocalDate(taking.businessDate())
                .addString(taking.method().name())
                .addLong(refund ? 0L : 1L)
                .addLong(refund ? 0L : taking.amountCents())
                .addLong(refund ? 1L : 0L)
                .addLong(refund ? taking.amountCents() : 0L)
                .addLong(taking.tipCents());
        return transaction
                .connection()
                .preparedQuery(DayTotalsSql.TAKING)
                .execute(row)
                .replaceWithVoid();
    }

    private Tuple row(Ticket ticket) {
        boolean sale = ticket.kind() == Ticket.Kind.SALE;
        Tuple row = Tuple.tuple()
                .addLong(ticket.restaurantId())
                .addLocalDate(ticket.businessDate())
                .addLong(ticket.ticketNo())
                .addLong(sale ? 1L : 0L)
                .addLong(ticket.orderId())
                .addInteger(ticket.covers() == null ? 0 : ticket.covers())
                .addLong(ticket.discountCents())
                .addLong(ticket.totalCents())
                .addString(seller(ticket))
                .addLong(ticket.waiter().staffId())
                .addString(ticket.waiter().name())
                .addLong(ticket.settlements().stream()
                        .mapToLong(Ticket.Settlement::tipCents)
                        .sum())
                .addOffsetDateTime(quarter(ticket.issuedAt()));
        addVat(row, ticket);
        return addLines(row, ticket.lines());
    }

    private static void addVat(Tuple row, Ticket ticket) {
        row.addArrayOfInteger(
                ticket.vat().stream().map(share -> share.vatRateBp()).toArray(Integer[]::new));
        row.addArrayOfLong(longs(ticket.vat(), share -> share.netCents()));
        row.addArrayOfLong(longs(ticket.vat(), share -> share.vatCents()));
        row.addArrayOfLong(longs(ticket.vat(), share -> share.grossCents()));
    }

    private static Tuple addLines(Tuple row, List<Ticket.Line> lines) {
        return row.addArrayOfLong(longs(lines, Ticket.Line::dishId))
                .addArrayOfString(lines.stream().map(Ticket.Line::name).toArray(String[]::new))
                .addArrayOfLong(longs(lines, Ticket.Line::quantity))
                .addArrayOfLong(longs(lines, Ticket.Line::discountCents))
                .addArrayOfLong(longs(lines, Ticket.Line::totalCents));
    }

    private static <T> Long[] longs(List<T> things, ToLongFunction<T> figure) {
        return things.stream().mapToLong(figure).boxed().toArray(Long[]::new);
    }

    private static OffsetDateTime quarter(OffsetDateTime at) {
        OffsetDateTime minute = at.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return minute.minusMinutes(minute.getMinute() % QUARTER_MINUTES);
    }

    private String seller(Ticket ticket) {
        try {
            return json.writeValueAsString(ticket.seller());
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
