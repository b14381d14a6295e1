package io.brigade.orders.order;

import io.brigade.orders.carte.CarteCopies;
import io.brigade.orders.carte.PriceList;
import io.brigade.platform.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Makes items of what is asked for, with the carte that this instance has in memory. */
@ApplicationScoped
class Pricing {

    private final CarteCopies cartes;

    @Inject
    Pricing(CarteCopies cartes) {
        this.cartes = cartes;
    }

    /**
     * Items as they will be, if there are enough portions.
     *
     * @param differences where the device showed another price
     */
    record Priced(List<OrderItem> items, List<Portions.Taken> portions, List<Difference> differences) {}

    /** The current prices of the caller's restaurant. */
    Uni<PriceList> prices(Caller caller, String bearer) {
        return cartes.prices(caller.restaurantId(), bearer);
    }

    /** How many ids these need. */
    static int lines(List<NewItem> wanted) {
        return wanted.stream().mapToInt(NewItem::lines).sum();
    }

    /** Prices these with that carte; fails as {@link PriceList#price} does. */
    static Priced price(PriceList prices, List<NewItem> wanted, Caller caller, ServiceMode mode, List<Long> ids) {
        var moment = new PriceList.Moment(mode, Now.utc(), caller.timeZone());
        Iterator<Long> nextId = ids.iterator();
        List<OrderItem> items = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (NewItem each : wanted) {
            List<OrderItem> priced = prices.price(each, moment, nextId);
            items.addAll(priced);
            compare(each, priced, differences);
        }
        return new Priced(List.copyOf(items), Portions.of(items, prices), List.copyOf(differences));
    }

    /** A set menu's price is that of its items together. */
    private static void compare(NewItem wanted, List<OrderItem> priced, List<Difference> differences) {
        Long seen = wanted.seenPriceCents();
        long costs = priced.stream().mapToLong(OrderItem::unitPriceCents).sum();
        if (seen != null && !Objects.equals(seen, costs)) {
            differences.add(Difference.price(priced.getFirst(), seen, costs));
        }
    }
}
