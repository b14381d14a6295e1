package io.brigade.payments;

import io.brigade.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** The problems that only payments-service answers with. */
public enum PaymentsProblem implements ProblemType {
    BILL_SETTLED(409, "The bill is settled already"),
    ORDER_CANCELLED(409, "The order was cancelled"),
    OVERPAYMENT(422, "That is more than is left to pay"),
    TENDERED_TOO_LITTLE(422, "The cash handed over does not cover the amount");

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
