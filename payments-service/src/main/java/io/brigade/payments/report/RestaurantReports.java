package io.brigade.payments.report;

import io.brigade.payments.report.RestaurantReport.OfRestaurant;
import io.brigade.payments.seller.Restaurants;
import io.brigade.payments.seller.Restaurants.Overseen;
import io.brigade.platform.security.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts restaurants side by side, from the running totals of their days. */
@ApplicationScoped
class RestaurantReports {

    /**
     * $1 restaurants, $2 the day of each; as many rows in the same order, however many tickets there were. Indexes: the
     * primary keys of day_totals, day_methods and closed_days; bills_unpaid.
     */
    private static final String SIDE_BY_SIDE = """
            SELECT coalesce(d.sales_cents + d.credit_cents, 0) AS total_cents, m.takings_cents, m.tip_cents,
                coalesce(d.tickets, 0) AS tickets, coalesce(d.orders, 0) AS orders, coalesce(d.covers, 0) AS covers,
                (SELECT count(*) FROM bills b WHERE b.restaurant_id = r.restaurant_id
                    AND paid_cents - refunded_cents < total_cents - credited_cents) AS open_bills,
                c.closed_through
            FROM unnest($1::bigint[], $2::date[]) WITH ORDINALITY AS r (restaurant_id, business_date, place)
            LEFT JOIN day_totals d USING (restaurant_id, business_date)
            LEFT JOIN closed_days c USING (restaurant_id)
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(paid_cents + refunded_cents), 0)::bigint AS takings_cents,
                    coalesce(sum(tip_cents), 0)::bigint AS tip_cents
                FROM day_methods t WHERE t.restaurant_id = r.restaurant_id AND t.business_date = r.business_date
            ) m
            ORDER BY r.place""";

    private final ReportReading reading;
    private final Restaurants restaurants;

    @Inject
    RestaurantReports(ReportReading reading, Restaurants restaurants) {
        this.reading = reading;
        this.restaurants = restaurants;
    }

    /** Of all restaurants that the caller sees; without a day of the one that each has now. */
    Uni<RestaurantReport> of(Caller caller, String bearer, @Nullable LocalDate day) {
        Instant now = Instant.now();
        return restaurants
                .of(caller, bearer)
                .chain(seen -> of(
                        seen,
                        seen.stream()
                                .map(each -> day == null ? each.businessDate(now) : day)
                                .toList()));
    }

    private Uni<RestaurantReport> of(List<Overseen> seen, List<LocalDate> days) {
        Tuple which = Tuple.tuple()
                .addArrayOfLong(seen.stream().map(Overseen::restaurantId).toArray(Long[]::new))
                .addArrayOfLocalDate(days.toArray(LocalDate[]::new));
        return reading.read(
                (connection, asOf) -> ReportReading.list(connection, SIDE_BY_SIDE, which, Function.<Row>identity())
                        .map(rows -> new RestaurantReport(
                                asOf,
                                IntStream.range(0, rows.size())
                                        .mapToObj(i -> OfRestaurant.of(seen.get(i), days.get(i), rows.get(i)))
                                        .toList())));
    }
}
