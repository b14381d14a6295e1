package io.brigade.orders.order;

/** State of an order. Closed and cancelled are final. */
public enum OrderStatus {
    OPEN,
    CLOSED,
    CANCELLED;

    /** Whether an order in this state may go to that one. */
    public boolean canBecome(OrderStatus next) {
        return switch (this) {
            case OPEN -> next != OPEN;
            case CLOSED, CANCELLED -> false;
        };
    }
}
