package io.brigade.orders.order;

/** How an order is consumed; VAT depends on it. */
public enum ServiceMode {
    DINE_IN,
    TAKEAWAY,
    DELIVERY
}
