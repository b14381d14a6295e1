package io.brigade.payments.erp;

/** How an entry fares on its way to the ERP. */
enum DeliveryState {
    PENDING,
    SENT,
    DEAD
}
