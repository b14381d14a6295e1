package io.brigade.orders.order;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.problem.ProblemException;
import java.util.List;

/** What is open at a table where something else was to be opened. */
record OccupiedTable(List<OrderSummary> openOrders) {

    static ProblemException problem(List<OrderSummary> open) {
        return ProblemException.of(
                        OrdersProblem.TABLE_OCCUPIED,
                        "Add to the order that is open there, or ask for another with additional.")
                .withCurrent(new OccupiedTable(open));
    }
}
