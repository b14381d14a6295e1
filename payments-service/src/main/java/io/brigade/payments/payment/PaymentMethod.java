package io.brigade.payments.payment;

/** How money changes hands. */
public enum PaymentMethod {
    CARD("CB"),
    CASH("Espèces");

    private final String label;

    PaymentMethod(String label) {
        this.label = label;
    }

    /** What it is called on a till in France, and in the metrics. */
    String label() {
        return label;
    }
}
