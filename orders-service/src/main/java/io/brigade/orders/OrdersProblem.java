package io.brigade.orders;

import io.brigade.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** The problems that only orders-service answers with. */
public enum OrdersProblem implements ProblemType {
    ORDER_CLOSED(409, "The order is closed"),
    ORDER_NOT_PAID(409, "Something is still owed"),
    ORDER_PARTLY_PAID(409, "Something was paid on the order"),
    TABLE_OCCUPIED(409, "The table has an open order"),
    SERVICE_MODE_DIFFERS(409, "The orders are of different service modes"),
    NOTHING_LEFT(409, "Nothing would be left on the order"),
    NOTHING_TO_DISCOUNT(409, "There is nothing to take a discount off"),
    ITEM_ALREADY_ORDERED(409, "The item is on another order"),
    ITEM_STATE_CONFLICT(409, "The item can't go from its state to that one"),
    NOTHING_TO_RECALL(409, "There is nothing to call back"),
    PRINTER_UNAVAILABLE(409, "That printer can't be sent slips"),
    PRINTER_IN_USE(409, "The printer prints for another station"),
    SLIP_PRINTED(409, "The slip was printed"),
    AREA_NOT_EMPTY(409, "There are tables in the area"),
    DISH_SOLD_OUT(409, "The dish is sold out"),
    DISH_UNKNOWN(422, "The dish is not on the carte"),
    OPTIONS_INVALID(422, "The options do not fit the dish");

    /** What an operation can answer with; goes into the API's document. */
    @Target(ElementType.METHOD)
    public @interface MayAnswer {
        /** The problems. */
        OrdersProblem[] value();
    }

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
