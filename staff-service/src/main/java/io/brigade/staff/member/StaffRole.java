package io.brigade.staff.member;

/** What somebody may do; the names are those of {@link io.brigade.platform.security.Role}. */
public enum StaffRole {
    WAITER,
    CASHIER,
    KITCHEN,
    MANAGER,
    ADMIN
}
