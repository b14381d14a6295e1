package io.brigade.payments.terminal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A terminal that does what a test says: approve, decline, be slow, not answer, answer after the time-out. */
@ApplicationScoped
public class SimulatedTerminal implements CardTerminal {

    private static final Outcome APPROVED = new Outcome(Result.APPROVED, "A00041");
    private static volatile boolean attached;
    private static volatile Behaviour behaviour = Behaviour.APPROVE;
    private static final Map<Long, Integer> CHARGED = new ConcurrentHashMap<>();

    /** How it behaves. */
    public enum Behaviour {
        APPROVE,
        DECLINE,
        SILENT,
        /** The card is charged, and nobody is told. */
        LATE,
        BROKEN
    }

    /** Puts it between till and card; null takes it away. */
    public static void attach(Behaviour how) {
        attached = true;
        behaviour = how;
    }

    /** Takes it away. */
    public static void detach() {
        attached = false;
    }

    /** How often a payment was charged. */
    public static int charges(long paymentId) {
        return CHARGED.getOrDefault(paymentId, 0);
    }

    @Override
    public boolean isAttached() {
        return attached;
    }

    @Override
    public Uni<Outcome> charge(Charge charge) {
        return switch (behaviour) {
            case APPROVE -> {
                CHARGED.merge(charge.paymentId(), 1, Integer::sum);
                yield Uni.createFrom().item(APPROVED);
            }
            case LATE -> {
                CHARGED.merge(charge.paymentId(), 1, Integer::sum);
                yield Uni.createFrom().nothing();
            }
            case DECLINE -> Uni.createFrom().item(new Outcome(Result.DECLINED, "D1"));
            case SILENT -> Uni.createFrom().nothing();
            case BROKEN -> Uni.createFrom().failure(new IllegalStateException("broken"));
        };
    }

    @Override
    public Uni<Outcome> inquire(Charge charge) {
        if (behaviour == Behaviour.SILENT) {
            return Uni.createFrom().nothing();
        }
        return Uni.createFrom().item(charges(charge.paymentId()) > 0 ? APPROVED : new Outcome(Result.DECLINED, null));
    }

    @Override
    public Uni<Outcome> cancel(Charge charge) {
        if (behaviour == Behaviour.SILENT) {
            return Uni.createFrom().nothing();
        }
        return Uni.createFrom().item(charges(charge.paymentId()) > 0 ? APPROVED : new Outcome(Result.CANCELLED, null));
    }
}
