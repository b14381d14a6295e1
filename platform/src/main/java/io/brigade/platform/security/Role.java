package io.brigade.platform.security;

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

    private Role() {}
}
