package io.brigade.orders.order;

import io.brigade.orders.carte.PriceList;
import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.ApprovalAction;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.ManagersApproval;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes what is on an order: held items, courses, voids, discounts. */
@ApplicationScoped
class OrderEditing {

    private static final long WHOLE_BP = 10_000;

    private final OrderChanging changing;
    private final ManagersApproval approval;
    private final Pricing pricing;
    private final OrderIds ids;
    private final Answers answers;

    @Inject
    OrderEditing(OrderChanging changing, ManagersApproval approval, Pricing pricing, OrderIds ids, Answers answers) {
        this.changing = changing;
        this.approval = approval;
        this.pricing = pricing;
        this.ids = ids;
        this.answers = answers;
    }

    /** Covers, customer, time; 412 with the order as it is when {@code ifMatch} names another version. */
    Uni<Answer> edit(WriteRequest write, long orderId, @Nullable String ifMatch, OrderEdit edit) {
        return change(write, orderId, OrderAction.CHANGED, order -> {
            EntityTag.requireMatch(ifMatch, order.version(), OrderView.of(order));
            boolean dineIn = order.head().serviceMode() == ServiceMode.DINE_IN;
            if (dineIn && (edit.customer() != null || edit.dueAt() != null)) {
                throw ProblemException.invalid("customer", "and due_at are only for TAKEAWAY and DELIVERY");
            }
            return order.change(head ->
                    head.withCovers(edit.covers()).withCustomer(edit.customer()).withDueAt(edit.dueAt()));
        });
    }

    /** A held item's wording; 412 with the item as it is when {@code ifMatch} names another version of it. */
    Uni<Answer> editItem(
            WriteRequest write, String bearer, long orderId, long itemId, @Nullable String ifMatch, ItemEdit edit) {
        return pricing.prices(write.caller(), bearer)
                .chain(prices -> change(write, orderId, OrderAction.ITEM_CHANGED, order -> {
                    OrderItem item = order.item(itemId);
                    EntityTag.requireMatch(ifMatch, item.version(), ItemView.of(item, item.grossCents()));
                    return order.edit(edited(prices, item, edit));
                }));
    }

    private static OrderItem edited(PriceList prices, OrderItem item, ItemEdit edit) {
        if ((item.formule() != null || item.portionsSet() != null) && edit.quantity() != item.quantity()) {
            throw ProblemException.invalid("quantity", "void it and order it anew: it is counted with others");
        }
        return prices.reworded(item, edit.options(), edit.allergies())
                .withQuantity(edit.quantity())
                .withNote(edit.note())
                .withCourse(edit.course())
                .withSeat(edit.seat())
                .withVersion(item.version() + 1);
    }

    /** Sends what is held of a course; what was sent before is not sent again. */
    Uni<Answer> fire(WriteRequest write, long orderId, int course) {
        return change(write, orderId, OrderAction.COURSE_FIRED, order -> order.fire(course, Now.utc()));
    }

    /** Takes an item, or some of it, off the order. */
    Uni<Answer> voidItem(WriteRequest write, long orderId, long itemId, VoidRequest request) {
        return ids.forItems(1)
                .chain(given -> changing.once(
                        write,
                        orderId,
                        (transaction, order) -> approvedVoid(transaction, write.caller(), order, itemId, request)
                                .map(approver -> new OrderChange(
                                        OrderAction.ITEM_VOIDED,
                                        order,
                                        order.voidItem(
                                                itemId,
                                                request.quantity(),
                                                request.reason(),
                                                given.itemIds().getFirst()),
                                        Person.of(write.caller()),
                                        approver.orElse(null),
                                        request.reason())),
                        this::ok));
    }

    private Uni<Optional<Person>> approvedVoid(
            Transaction transaction, Caller caller, Order order, long itemId, VoidRequest request) {
        order.requireOpen();
        return order.item(itemId).state().isWithTheKitchen()
                ? approval.of(transaction, caller, order.orderId(), ApprovalAction.VOID, request.approvalToken())
                        .map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    /** Takes something off; above the caller's limit, all their discounts on the order together, it takes an approval. */
    Uni<Answer> discount(WriteRequest write, long orderId, NewDiscount request) {
        request.check();
        return changing.once(
                write,
                orderId,
                (transaction, order) -> discount(transaction, write.caller(), order, request),
                order -> answers.created(OrderView.of(order)));
    }

    private Uni<OrderChange> discount(Transaction transaction, Caller caller, Order order, NewDiscount request) {
        Discount unapproved = new Discount(
                order.nextDiscountNo(),
                request.itemId(),
                request.kind(),
                request.percentBp(),
                request.amountCents(),
                request.reason(),
                Person.of(caller),
                null,
                Now.utc());
        Order discounted = order.discount(unapproved);
        if (!caller.mayApprove() && isWithinLimit(caller, discounted.totals())) {
            return Uni.createFrom().item(given(order, discounted, request, caller, null));
        }
        return approval.of(transaction, caller, order.orderId(), ApprovalAction.DISCOUNT, request.approvalToken())
                .map(approver ->
                        given(order, order.discount(unapproved.withApprovedBy(approver)), request, caller, approver));
    }

    private static boolean isWithinLimit(Caller caller, Totals totals) {
        return totals.unapprovedCents() * WHOLE_BP <= totals.grossCents() * caller.discountLimitBp();
    }

    private static OrderChange given(
            Order order, Order discounted, NewDiscount request, Caller caller, @Nullable Person approver) {
        return new OrderChange(
                OrderAction.DISCOUNTED, order, discounted, Person.of(caller), approver, request.reason());
    }

    /** Takes a discount back. */
    Uni<Answer> removeDiscount(WriteRequest write, long orderId, int discountNo) {
        return change(write, orderId, OrderAction.DISCOUNT_REMOVED, order -> order.removeDiscount(discountNo));
    }

    private Uni<Answer> change(WriteRequest write, long orderId, OrderAction action, UnaryOperator<Order> change) {
        return changing.once(
                write,
                orderId,
                (_, order) -> Uni.createFrom()
                        .item(OrderChange.of(action, order, change.apply(order), Person.of(write.caller()))),
                this::ok);
    }

    private Answer ok(Order order) {
        return answers.ok(OrderView.of(order));
    }
}
