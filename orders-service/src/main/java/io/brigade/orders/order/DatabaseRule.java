package io.brigade.orders.order;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.problem.ProblemType;
import io.vertx.pgclient.PgException;
import java.util.Arrays;
import java.util.Optional;

/** Rules that the database keeps, so that they hold with two at once; checked before only where that is cheap. */
enum DatabaseRule {
    ONE_FIRST_ORDER_PER_TABLE("orders_first_at_table", "Look at the table again."),
    ONE_ORDER_PER_CLIENT_REF("orders_client_ref", "Send it again."),
    ONE_ITEM_PER_UID("order_items_uid", "Its uid belongs to another item."),
    NO_MORE_THAN_THE_PORTIONS(Portions.OVERSOLD, "Fewer portions are left than that.");

    private final String constraint;
    private final String detail;

    DatabaseRule(String constraint, String detail) {
        this.constraint = constraint;
        this.detail = detail;
    }

    static boolean isBroken(Throwable failure) {
        return find(failure).isPresent();
    }

    static DatabaseRule broken(Throwable failure) {
        return find(failure).orElseThrow();
    }

    ProblemException problem() {
        return ProblemException.of(type(), detail);
    }

    private ProblemType type() {
        return switch (this) {
            case ONE_FIRST_ORDER_PER_TABLE -> OrdersProblem.TABLE_OCCUPIED;
            case ONE_ORDER_PER_CLIENT_REF -> CommonProblem.REQUEST_IN_PROGRESS;
            case ONE_ITEM_PER_UID -> OrdersProblem.ITEM_ALREADY_ORDERED;
            case NO_MORE_THAN_THE_PORTIONS -> OrdersProblem.DISH_SOLD_OUT;
        };
    }

    private static Optional<DatabaseRule> find(Throwable failure) {
        return failure instanceof PgException refused
                ? Arrays.stream(values())
                        .filter(rule -> rule.constraint.equals(refused.getConstraint()))
                        .findFirst()
                : Optional.empty();
    }
}
