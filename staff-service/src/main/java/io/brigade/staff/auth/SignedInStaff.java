package io.brigade.staff.auth;

import io.brigade.platform.security.Role;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who signed in, and the facts of their restaurant that the token carries. */
record SignedInStaff(
        long staffId,
        String name,
        Set<String> roles,
        long restaurantId,
        Seller seller,
        String currency,
        String timeZone,
        int dayCutoffHour,
        int discountLimitBp,
        SortedSet<Long> oversees) {

    /** The restaurant as a ticket names it. */
    record Seller(String name, String legalName, String siret, String address) {}

    /** Columns that {@link #from} reads, of staff_members {@code s} and restaurants {@code r}. */
    static final String COLUMNS =
            "s.staff_id, s.name, s.roles, s.restaurant_id, r.name AS seller_name, r.legal_name, r.siret,"
                    + " r.address, r.currency, r.time_zone, r.day_cutoff_hour, r.discount_limit_bp,"
                    + " s.oversees";

    static SignedInStaff from(Row row) {
        return new SignedInStaff(
                row.getLong("staff_id"),
                row.getString("name"),
                Set.copyOf(List.of(row.getString("roles").split(","))),
                row.getLong("restaurant_id"),
                new Seller(
                        row.getString("seller_name"),
                        row.getString("legal_name"),
                        row.getString("siret"),
                        row.getString("address")),
                row.getString("currency"),
                row.getString("time_zone"),
                row.getInteger("day_cutoff_hour"),
                row.getInteger("discount_limit_bp"),
                RestaurantIds.read(row.getString("oversees")));
    }

    /** All restaurants whose figures they may see, ascending. */
    List<Long> restaurantIds() {
        SortedSet<Long> all = new TreeSet<>(oversees);
        all.add(restaurantId);
        return List.copyOf(all);
    }

    /** Whether they may approve what others do. */
    boolean mayApprove() {
        return Role.mayApprove(roles);
    }
}
