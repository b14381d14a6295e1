package io.brigade.payments.document;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillStore;
import io.brigade.payments.bill.BilledOrder;
import io.brigade.payments.bill.Numbers;
import io.brigade.payments.bill.OrderLookup;
import io.brigade.payments.book.Seller;
import io.brigade.payments.fiscal.Journal;
import io.brigade.payments.fiscal.Kind;
import io.brigade.payments.fiscal.NewEntry;
import io.brigade.payments.fiscal.TrainingMode;
import io.brigade.payments.payment.Now;
import io.brigade.payments.payment.Payment;
import io.brigade.payments.payment.PaymentState;
import io.brigade.payments.payment.PaymentStore;
import io.brigade.payments.report.LossKind;
import io.brigade.payments.report.Losses;
import io.brigade.payments.report.Losses.Loss;
import io.brigade.payments.seller.Sellers;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.paper.PlainPaper;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints notes and receipts. The first print is the original; each further one is a numbered duplicata, written down. */
@ApplicationScoped
class Documents {

    private final OrderLookup orders;
    private final Sellers sellers;
    private final BillStore bills;
    private final PaymentStore payments;
    private final DocumentStore store;
    private final Journal journal;
    private final TrainingMode training;
    private final Losses losses;
    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Outbox outbox;
    private final Answers answers;
    private final Pool pool;

    @Inject
    Documents(
            OrderLookup orders,
            Sellers sellers,
            BillStore bills,
            PaymentStore payments,
            DocumentStore store,
            Journal journal,
            TrainingMode training,
            Losses losses,
            Transactions transactions,
            IdempotencyRecords idempotency,
            Outbox outbox,
            Answers answers,
            Pool pool) {
        this.orders = orders;
        this.sellers = sellers;
        this.bills = bills;
        this.payments = payments;
        this.store = store;
        this.journal = journal;
        this.training = training;
        this.losses = losses;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.answers = answers;
        this.pool = pool;
    }

    /** What the journal says of a further print. */
    private record Duplicata(DocumentKind kind, long number, int duplicataNo, long orderId, long totalCents) {}

    /** Answers 201 with a note of the order as it is: a new one when something changed since the last, else a duplicata. */
    Uni<Answer> note(WriteRequest write, String bearer, long orderId) {
        return sellers.of(write.caller(), bearer)
                .chain(seller -> orders.order(bearer, orderId).chain(order -> note(write, order, seller)));
    }

    private Uni<Answer> note(WriteRequest write, BilledOrder order, Seller seller) {
        Caller caller = write.caller();
        return transactions.run(transaction -> bills.lock(transaction.connection(), caller.restaurantId(), order)
                .chain(bill -> idempotency.once(write, transaction, () -> {
                    if (bill.lines().isEmpty()) {
                        throw ProblemException.of(PaymentsProblem.NOTHING_TO_PRINT, "Order something first.");
                    }
                    return store.lastNote(transaction.connection(), caller.restaurantId(), order.orderId())
                            .chain(last -> last != null && last.orderVersion() == bill.orderVersion()
                                    ? reprint(transaction, caller, last)
                                    : issue(transaction, caller, DocumentKind.NOTE, seller, bill, null));
                })));
    }

    /** Answers 201 with the receipt of a payment, or its next duplicata. */
    Uni<Answer> receipt(WriteRequest write, String bearer, long paymentId) {
        Caller caller = write.caller();
        return sellers.of(caller, bearer).chain(seller -> payment(caller.restaurantId(), paymentId)
                .chain(payment -> transactions.run(transaction -> bills.lockKnown(
                                transaction.connection(), caller.restaurantId(), payment.orderId())
                        .chain(bill -> idempotency.once(
                                write, transaction, () -> receipt(transaction, caller, seller, bill, payment))))));
    }

    private Uni<Answer> receipt(Transaction transaction, Caller caller, Seller seller, Bill bill, Payment payment) {
        if (payment.state() != PaymentState.CAPTURED) {
            throw ProblemException.of(PaymentsProblem.PAYMENT_STATE_CONFLICT, "It is " + payment.state() + ".")
                    .withCurrent(payment);
        }
        return store.receipt(transaction.connection(), caller.restaurantId(), payment.paymentId())
                .chain(last -> last != null
                        ? reprint(transaction, caller, last)
                        : issue(transaction, caller, DocumentKind.RECEIPT, seller, bill, payment));
    }

    private Uni<Payment> payment(long restaurantId, long paymentId) {
        return payments.find(pool, restaurantId, paymentId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("payment", paymentId));
    }

    /** The last note of an order; 404 when none was printed. */
    Uni<Document> lastNote(long restaurantId, long orderId) {
        return store.lastNote(pool, restaurantId, orderId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("note of order", orderId));
    }

    /** The receipt of a payment; 404 when none was printed. */
    Uni<Document> lastReceipt(long restaurantId, long paymentId) {
        return store.receipt(pool, restaurantId, paymentId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("receipt of payment", paymentId));
    }

    private Uni<Answer> issue(
            Transaction transaction,
            Caller caller,
            DocumentKind kind,
            Seller seller,
            Bill bill,
            @Nullable Payment payment) {
        return training.of(transaction, caller.restaurantId())
                .chain(practice -> Numbers.next(transaction, caller.restaurantId(), kind.name())
                        .map(number -> Content.of(
                                practice, kind, number, seller, bill, Person.of(caller), Now.utc(), payment)))
                .invoke(content -> journal.appendLast(
                        transaction,
                        new NewEntry(
                                caller.restaurantId(),
                                Kind.NOTE,
                                content.issuedAt(),
                                content.issuedBy(),
                                null,
                                content)))
                .chain(content -> store.insert(
                        transaction.connection(),
                        caller.restaurantId(),
                        content,
                        payment == null ? null : payment.paymentId(),
                        bill.orderVersion()))
                .map(document -> answers.created(view(document, caller)));
    }

    private Uni<Answer> reprint(Transaction transaction, Caller caller, Document last) {
        return store.reprint(transaction.connection(), last.documentId())
                .call(document -> told(transaction, caller, document))
                .map(document -> answers.created(view(document, caller)));
    }

    private Uni<Void> told(Transaction transaction, Caller caller, Document document) {
        Duplicata duplicata = new Duplicata(
                document.kind(),
                document.number(),
                document.prints() - 1,
                document.orderId(),
                document.content().totalCents());
        journal.appendLast(
                transaction,
                new NewEntry(caller.restaurantId(), Kind.DUPLICATA, Now.utc(), Person.of(caller), null, duplicata));
        return losses.add(
                        transaction,
                        new Loss(
                                caller.restaurantId(),
                                caller.businessDate(Instant.now()),
                                LossKind.REPRINT,
                                Person.of(caller),
                                null,
                                0))
                .chain(() -> outbox.append(
                        transaction,
                        new Event("document.reprinted", caller.restaurantId(), Set.of("bills"), duplicata)));
    }

    private static DocumentView view(Document document, Caller caller) {
        return new DocumentView(
                document.documentId(),
                document.kind(),
                document.number(),
                document.prints() - 1,
                document.orderId(),
                document.paymentId(),
                document.content().totalCents(),
                document.content().issuedAt(),
                PlainPaper.of(DocumentLayout.rows(document, caller.timeZone())));
    }
}
