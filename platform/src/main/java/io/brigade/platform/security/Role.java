package io.brigade.platform.security;

import java.util.List;
import java.util.Set;

/** The roles a token's {@code groups} claim can carry; constants, so that annotations can name them. */
public final class Role {

    /** Serveur: takes and serves orders. */
    public static final String WAITER = "WAITER";
    /** Caissier: takes money. */
    public static final String CASHIER = "CASHIER";
    /** Cuisine: cooks, and says what is sold out. */
    public static final String KITCHEN = "KITCHEN";
    /** Responsable: everything in the restaurant, and approvals. */
    public static final String MANAGER = "MANAGER";
    /** Admin: everything a manager does, and staff. */
    public static final String ADMIN = "ADMIN";

    /** All of them, in the order in which documents name them. */
    public static final List<String> ALL = List.of(WAITER, CASHIER, KITCHEN, MANAGER, ADMIN);

    private Role() {}

    /** Whether one of the roles approves what others do. */
    public static boolean mayApprove(Set<String> roles) {
        return roles.contains(MANAGER) || roles.contains(ADMIN);
    }
}
