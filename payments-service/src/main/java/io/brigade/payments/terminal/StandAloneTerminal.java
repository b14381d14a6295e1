package io.brigade.payments.terminal;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A terminal that stands beside the till: whoever takes the money reads its display. */
@DefaultBean
@ApplicationScoped
class StandAloneTerminal implements CardTerminal {

    @Override
    public boolean isAttached() {
        return false;
    }

    @Override
    public Uni<Outcome> charge(Charge charge) {
        return Uni.createFrom().item(new Outcome(Result.APPROVED, null)); // the cashier has seen it
    }

    @Override
    public Uni<Outcome> inquire(Charge charge) {
        return Uni.createFrom().item(Outcome.UNKNOWN);
    }

    @Override
    public Uni<Outcome> cancel(Charge charge) {
        return Uni.createFrom().item(Outcome.UNKNOWN);
    }
}
