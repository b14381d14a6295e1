package io.brigade.payments.closing;

import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

@ApplicationScoped
class EveryDay implements BusinessDays {
    @Override
    public Uni<LocalDate> open(Transaction transaction, long restaurantId, LocalDate wanted) {
        return Uni.createFrom().item(wanted);
    }
}
