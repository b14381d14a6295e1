package io.brigade.orders.order;

import java.util.Locale;

/** What can be done to an order, as its history and its events name it. */
public enum OrderAction {
    CREATED,
    ITEMS_ADDED,
    ITEM_CHANGED,
    COURSE_FIRED,
    ITEM_VOIDED,
    ITEM_MOVED,
    ITEM_RECALLED,
    DISCOUNTED,
    DISCOUNT_REMOVED,
    CHANGED,
    TRANSFERRED,
    MERGED,
    SPLIT,
    CANCELLED,
    CLOSED;

    /** Type of the event that tells it, such as {@code order.items_added}. */
    String eventType() {
        return "order." + name().toLowerCase(Locale.ROOT);
    }

    /** For the log, such as "items added". */
    String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
