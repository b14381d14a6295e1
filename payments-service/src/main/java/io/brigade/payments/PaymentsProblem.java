package io.brigade.payments;

import io.brigade.platform.problem.ProblemType;

/** The problems that only payments-service answers with. */
public enum PaymentsProblem implements ProblemType {
    BILL_SETTLED(409, "The bill is settled already"),
    ORDER_CANCELLED(409, "The order was cancelled"),
    OVERPAYMENT(422, "That is more than is left to pay"),
    TENDERED_TOO_LITTLE(422, "The cash handed over does not cover the amount");

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
