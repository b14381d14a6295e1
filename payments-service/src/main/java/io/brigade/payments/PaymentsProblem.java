package io.brigade.payments;

import io.brigade.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** The problems that only payments-service answers with. */
public enum PaymentsProblem implements ProblemType {
    BILL_SETTLED(409, "The bill is settled already"),
    ORDER_CANCELLED(409, "The order was cancelled"),
    OVERPAYMENT(422, "That is more than is left to pay"),
    TENDERED_TOO_LITTLE(422, "The cash handed over does not cover the amount"),
    PAYMENT_UNRESOLVED(409, "A card terminal has not answered yet"),
    PAYMENT_STATE_CONFLICT(409, "The payment can't go from its state to that one"),
    ITEM_PAID(409, "The item was paid before"),
    ITEM_UNKNOWN(422, "The item is not on the bill"),
    VOUCHER_LIMIT(422, "Meal vouchers don't pay for that much"),
    REFUND_TOO_MUCH(422, "That is more than was paid"),
    DRAWER_CLOSED(409, "The drawer is not open"),
    DRAWER_OPEN(409, "The till's drawer is open already"),
    NOTHING_TO_PRINT(409, "There is nothing on the bill"),
    PERIOD_CLOSED(409, "The period is closed already"),
    PERIOD_NOT_OVER(409, "The period is not over yet"),
    EARLIER_PERIOD_OPEN(409, "Something has to be closed before"),
    ENTRY_NOT_DEAD(409, "The entry does not have to be sent again"),
    FEC_SEVERAL_SELLERS(409, "Two businesses kept books in that period");

    /** What an operation can answer with; goes into the API's document. */
    @Target(ElementType.METHOD)
    public @interface MayAnswer {
        /** The problems. */
        PaymentsProblem[] value();
    }

    private final int status;
    private final String title;

    PaymentsProblem(int status, String title) {
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
