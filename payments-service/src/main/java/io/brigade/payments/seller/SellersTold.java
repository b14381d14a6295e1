package io.brigade.payments.seller;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.payments.book.Seller;
import io.brigade.platform.event.EventHandler;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Keeps who sells with each sign-in: known before the first bill, and when nobody is there to ask for. */
@ApplicationScoped
class SellersTold implements EventHandler {

    private final Sellers sellers;
    private final ObjectMapper json;

    @Inject
    SellersTold(Sellers sellers, ObjectMapper json) {
        this.sellers = sellers;
        this.json = json;
    }

    private record SignedIn(Seller seller) {}

    @Override
    public String name() {
        return "keep-who-sells";
    }

    @Override
    public Set<String> types() {
        return Set.of("staff.signed_in");
    }

    @Override
    public Uni<Void> apply(Transaction transaction, StreamEvent event) {
        return sellers.keep(
                transaction.connection(),
                event.restaurantId(),
                event.read(json, SignedIn.class).seller());
    }
}
