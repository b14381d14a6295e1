package io.brigade.platform.security;

/** Names of the claims that Brigade adds to the registered ones of RFC 7519. */
public final class Claim {

    /** Restaurant the token is good for. */
    public static final String RESTAURANT_ID = "restaurant_id";
    /** ISO 4217 code of the restaurant's currency. */
    public static final String CURRENCY = "currency";
    /** IANA name of the restaurant's time zone. */
    public static final String TIME_ZONE = "time_zone";
    /** Hour (0–12) at which the restaurant's day turns. */
    public static final String DAY_CUTOFF_HOUR = "day_cutoff_hour";
    /** Display name of the person. */
    public static final String NAME = "name";

    private Claim() {}
}
