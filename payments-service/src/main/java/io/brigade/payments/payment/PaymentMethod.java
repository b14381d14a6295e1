package io.brigade.payments.payment;

/** How money changes hands. */
public enum PaymentMethod {
    CARD("CB"),
    CASH("Espèces"),
    MEAL_VOUCHER("Titre-restaurant"),
    CHEQUE("Chèque");

    private final String label;

    PaymentMethod(String label) {
        this.label = label;
    }

    /** What it is called on a till in France, and in the metrics. */
    public String label() {
        return label;
    }
}
