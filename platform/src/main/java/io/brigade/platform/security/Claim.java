package io.brigade.platform.security;

/** Names of the claims that Brigade adds to the registered ones of RFC 7519. */
public final class Claim {

    /** Restaurant the token is good for. */
    public static final String RESTAURANT_ID = "restaurant_id";
    /** All restaurants whose figures the person may see, ascending; absent when it is only their own. */
    public static final String RESTAURANT_IDS = "restaurant_ids";
    /** ISO 4217 code of the restaurant's currency. */
    public static final String CURRENCY = "currency";
    /** IANA name of the restaurant's time zone. */
    public static final String TIME_ZONE = "time_zone";
    /** Hour (0–12) at which the restaurant's day turns. */
    public static final String DAY_CUTOFF_HOUR = "day_cutoff_hour";
    /** Display name of the person. */
    public static final String NAME = "name";

    /** Discount, in basis points of the order's total, that the person may give without an approval. */
    public static final String DISCOUNT_LIMIT_BP = "discount_limit_bp";
    /** Of an approval: the one action it is good for. */
    public static final String ACTION = "action";
    /** Of an approval: the one order it is good for. */
    public static final String ORDER_ID = "order_id";
    /** Of an approval: staff id of the person who asked for it, the only one who can use it. */
    public static final String REQUESTED_BY = "requested_by";

    private Claim() {}
}
