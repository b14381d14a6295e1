package io.brigade.system.invariant;

import java.util.List;

/** Holds the evidence against every invariant. */
public final class Checker {

    static final List<Invariant> INVARIANTS = List.of(
            new EveryAcknowledgedOrderExistsOnce(),
            new EveryAcknowledgedPaymentExistsOnce(),
            new EveryItemIsAccountedFor(),
            new HistoryHasNoGap(),
            new HistoryIsOfItsTime(),
            new HistoryReplaysToTheOrder(),
            new StatesFollowTheirTables(),
            new TotalsAddUp(),
            new ApprovalsWereGiven(),
            new OneFirstOrderPerTable(),
            new PaymentsNeverExceedTheDue(),
            new SettledOrdersClose(),
            new OneKeyOneEffect(),
            new RefusalsAreDocumented(),
            new NobodySeesAnotherRestaurant(),
            new EveryEventIsShownInOrder(),
            new PortionsAreNeverOversold());

    private Checker() {}

    /** Every broken invariant with a sentence that tells where; none when all hold. */
    public static List<String> findings(Evidence evidence) {
        return INVARIANTS.stream()
                .flatMap(invariant -> invariant
                        .brokenIn(evidence)
                        .map(finding -> invariant.getClass().getSimpleName() + ": " + finding))
                .toList();
    }
}
