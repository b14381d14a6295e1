package io.brigade.orders.order;

import io.brigade.orders.carte.PriceList;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Adds items to orders. Two waiters adding to one order never clash: both sets are kept. */
@ApplicationScoped
class OrderAdding {

    private final OrderStore orders;
    private final OrderChanging changing;
    private final OrderPlacing placing;
    private final Pricing pricing;
    private final Portions portions;
    private final OrderIds ids;
    private final Answers answers;

    @Inject
    OrderAdding(
            OrderStore orders,
            OrderChanging changing,
            OrderPlacing placing,
            Pricing pricing,
            Portions portions,
            OrderIds ids,
            Answers answers) {
        this.orders = orders;
        this.changing = changing;
        this.placing = placing;
        this.pricing = pricing;
        this.portions = portions;
        this.ids = ids;
        this.answers = answers;
    }

    /** Answers 201 with the whole order. Items that a device sends again under another key are added once. */
    Uni<Answer> add(WriteRequest write, String bearer, long orderId, MoreItems more) {
        return pricing.prices(write.caller(), bearer)
                .chain(prices -> ids.forItems(Pricing.lines(more.items())).chain(given -> {
                    var adding = new Adding(write, more.items(), prices, given.itemIds());
                    return changing.once(
                            write,
                            orderId,
                            (transaction, order) -> add(transaction, order, adding),
                            order -> answers.created(OrderView.of(order, adding.differences)));
                }))
                .onFailure(DatabaseRule::isBroken)
                .transform(refused -> DatabaseRule.broken(refused).problem())
                .onFailure(ProblemException.class)
                .recoverWithUni(refused -> placing.answeredBefore(write, refused));
    }

    private static final class Adding {
        private final WriteRequest write;
        private final List<NewItem> wanted;
        private final PriceList prices;
        private final List<Long> itemIds;
        private final List<Difference> differences = new ArrayList<>();

        Adding(WriteRequest write, List<NewItem> wanted, PriceList prices, List<Long> itemIds) {
            this.write = write;
            this.wanted = wanted;
            this.prices = prices;
            this.itemIds = itemIds;
        }
    }

    private Uni<OrderChange> add(Transaction transaction, Order order, Adding adding) {
        order.requireOpen();
        List<UUID> uids = adding.wanted.stream()
                .map(NewItem::uid)
                .filter(Objects::nonNull)
                .toList();
        return orders.itemsOf(transaction.connection(), order.restaurantId(), uids)
                .map(known -> price(order, adding, known))
                .call(priced -> portions.take(transaction, order.restaurantId(), priced.portions()))
                .map(priced -> OrderChange.of(
                        OrderAction.ITEMS_ADDED,
                        order,
                        priced.items().isEmpty() ? order : order.add(priced.items()),
                        Person.of(adding.write.caller())));
    }

    private static Pricing.Priced price(Order order, Adding adding, Map<UUID, Long> known) {
        List<NewItem> fresh = adding.wanted.stream()
                .filter(item -> item.uid() == null || !known.containsKey(item.uid()))
                .toList();
        Pricing.Priced priced = Pricing.price(
                adding.prices, fresh, adding.write.caller(), order.head().serviceMode(), adding.itemIds);
        known.forEach((uid, itemId) -> adding.differences.add(Difference.alreadyThere(itemId, uid)));
        adding.differences.addAll(priced.differences());
        return priced;
    }
}
