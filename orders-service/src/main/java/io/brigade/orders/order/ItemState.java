package io.brigade.orders.order;

/** State of one item: {@code HELD → SENT → PREPARING → READY → SERVED}, and {@code VOIDED} from any of them. */
public enum ItemState {
    HELD,
    SENT,
    PREPARING,
    READY,
    SERVED,
    VOIDED;

    /** Whether an item in this state may go to that one. */
    public boolean canBecome(ItemState next) {
        return switch (this) {
            case HELD -> next == SENT || next == VOIDED;
            case SENT -> next == PREPARING || next == VOIDED;
            case PREPARING -> next == READY || next == VOIDED;
            case READY -> next == SERVED || next == VOIDED;
            case SERVED -> next == VOIDED;
            case VOIDED -> false;
        };
    }

    /** Whether the kitchen may call an item in this state back to that one: one step, and only what it had finished. */
    public boolean canBeRecalledTo(ItemState previous) {
        return (this == READY && previous == PREPARING) || (this == SERVED && previous == READY);
    }

    /** Whether the kitchen has heard of it. */
    public boolean isWithTheKitchen() {
        return this != HELD && this != VOIDED;
    }
}
