package io.brigade.orders;

import io.brigade.platform.problem.ProblemType;

/** The problems that only orders-service answers with. */
public enum OrdersProblem implements ProblemType {
    ORDER_CLOSED(409, "The order is closed"),
    ITEM_STATE_CONFLICT(409, "The item can't go from its state to that one"),
    DISH_SOLD_OUT(409, "The dish is sold out"),
    DISH_UNKNOWN(422, "The dish is not on the carte"),
    OPTIONS_INVALID(422, "The options do not fit the dish");

    private final int status;
    private final String title;

    OrdersProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
