package io.brigade.payments.closing;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Book;
import io.brigade.payments.book.Seller;
import io.brigade.payments.book.Taking;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Books as payments do: ask for the day, then write a taking and a ticket into the books that are tested here. */
@ApplicationScoped
public class Evening {

    public static final Person CAMILLE = new Person(101, "Camille");
    public static final Person INES = new Person(103, "Inès");
    public static final Seller SELLER = new Seller(
            "Brasserie du Marché", "Brasserie du Marché SAS", "12345678200010", "12 quai Saint-Antoine, 69002 Lyon");

    private static final AtomicLong RESTAURANTS = new AtomicLong(70_000);

    private final AtomicLong numbers = new AtomicLong();
    private final Transactions transactions;
    private final OpenDays days;
    private final List<Book> books;

    @Inject
    Evening(Transactions transactions, OpenDays days, @All List<Book> books) {
        this.transactions = transactions;
        this.days = days;
        this.books = books;
    }

    /** A restaurant that nothing was booked in yet. */
    public static long newRestaurant() {
        return RESTAURANTS.incrementAndGet();
    }

    /** Books a sale of food at 10 % and wine at 20 %, paid by that method; tells the day that it fell on. */
    public LocalDate sell(long restaurantId, LocalDate day, PaymentMethod method, long foodCents, long wineCents) {
        return book(
                restaurantId,
                day,
                open -> ticket(
                        restaurantId,
                        open,
                        Ticket.Kind.SALE,
                        method,
                        at(open),
                        List.of(soup(foodCents), wine(wineCents))));
    }

    /** Books what is paid back although it was owed. */
    public LocalDate credit(long restaurantId, LocalDate day, PaymentMethod method, long foodCents) {
        return book(
                restaurantId,
                day,
                open -> ticket(restaurantId, open, Ticket.Kind.CREDIT, method, at(open), List.of(soup(-foodCents))));
    }

    /** Books a ticket into the first open day from that one on. */
    public LocalDate book(long restaurantId, LocalDate day, Function<LocalDate, Ticket> ticket) {
        return run(transaction ->
                days.open(transaction, restaurantId, day).call(open -> write(transaction, ticket.apply(open))));
    }

    /** Runs work in a transaction and waits for it. */
    public <T> T run(Function<Transaction, Uni<T>> work) {
        return transactions.run(work).await().indefinitely();
    }

    /** Writes a ticket and what paid it. */
    public Uni<Void> write(Transaction transaction, Ticket ticket) {
        Ticket.Settlement paid = ticket.settlements().getFirst();
        boolean refund = paid.amountCents() < 0;
        Taking taking = new Taking(
                ticket.restaurantId(),
                paid.paymentId(),
                refund ? 1L : null,
                ticket.orderId(),
                paid.method(),
                paid.amountCents(),
                paid.tipCents(),
                "EUR",
                INES,
                ticket.businessDate(),
                ticket.issuedAt());
        return books.stream()
                .map(book -> book.taking(transaction, taking).chain(() -> book.ticket(transaction, ticket)))
                .reduce(Uni.createFrom().voidItem(), (done, next) -> done.chain(() -> next));
    }

    /** A ticket of these lines for two covers; each has an order of its own. */
    public Ticket ticket(
            long restaurantId,
            LocalDate day,
            Ticket.Kind kind,
            PaymentMethod method,
            OffsetDateTime at,
            List<Ticket.Line> lines) {
        long number = numbers.incrementAndGet();
        long total = lines.stream().mapToLong(Ticket.Line::totalCents).sum();
        return new Ticket(
                false,
                number,
                kind,
                restaurantId,
                SELLER,
                number,
                "12",
                2,
                "DINE_IN",
                CAMILLE,
                INES,
                day,
                at,
                null,
                "EUR",
                lines,
                lines.stream().mapToLong(Ticket.Line::discountCents).sum(),
                total,
                lines.stream().map(Evening::share).toList(),
                List.of(new Ticket.Settlement(number, method, total, kind == Ticket.Kind.SALE ? 50 : 0)));
    }

    public static Ticket.Line soup(long cents) {
        return new Ticket.Line(11, "Soupe à l'oignon", cents < 0 ? -1 : 1, Math.abs(cents), List.of(), 0, cents, 1000);
    }

    public static Ticket.Line wine(long cents) {
        return new Ticket.Line(12, "Verre de Morgon", 2, cents, List.of(), 100, cents, 2000);
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atTime(19, 37).atOffset(ZoneOffset.UTC);
    }

    private static VatShare share(Ticket.Line line) {
        long divisor = 10_000L + line.vatRateBp();
        long gross = Math.abs(line.totalCents());
        long net = (2 * gross * 10_000 + divisor) / (2 * divisor) * Long.signum(line.totalCents());
        return new VatShare(line.vatRateBp(), net, line.totalCents() - net, line.totalCents());
    }
}
