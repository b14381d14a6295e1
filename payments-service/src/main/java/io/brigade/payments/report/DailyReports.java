package io.brigade.payments.report;

import io.brigade.payments.closing.DayFigures;
import io.brigade.payments.report.DailyReport.OfDish;
import io.brigade.payments.report.DailyReport.OfHour;
import io.brigade.payments.report.DailyReport.OfWaiter;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Makes daily reports from the running totals. */
@ApplicationScoped
class DailyReports {

    private static final String WAITERS = """
            SELECT staff_id, staff_name, tickets, orders, covers, discount_cents, total_cents, tip_cents
            FROM day_waiters WHERE restaurant_id = $1 AND business_date = $2
            ORDER BY total_cents DESC, staff_id LIMIT 200""";

    /** Hours of the restaurant's clock in the order in which they began. */
    private static final String HOURS = """
            SELECT extract(hour FROM quarter AT TIME ZONE $3)::int AS hour, sum(tickets)::bigint AS tickets,
                sum(covers)::bigint AS covers, sum(total_cents)::bigint AS total_cents
            FROM day_quarters WHERE restaurant_id = $1 AND business_date = $2
            GROUP BY hour ORDER BY min(quarter)""";

    private static final String DISHES = """
            SELECT dish_id, name, quantity, discount_cents, total_cents
            FROM day_dishes WHERE restaurant_id = $1 AND business_date = $2
            ORDER BY total_cents DESC, dish_id LIMIT 500""";

    private final ReportReading reading;

    @Inject
    DailyReports(ReportReading reading) {
        this.reading = reading;
    }

    Uni<DailyReport> of(Caller caller, LocalDate day) {
        return reading.read((connection, asOf) -> of(connection, asOf, caller, day));
    }

    private static Uni<DailyReport> of(SqlConnection connection, OffsetDateTime asOf, Caller caller, LocalDate day) {
        long restaurantId = caller.restaurantId();
        Tuple ofDay = Tuple.of(restaurantId, day);
        Tuple ofDayThere = Tuple.of(restaurantId, day, caller.timeZone().getId());
        return Uni.combine()
                .all()
                .unis(
                        DayFigures.of(connection, restaurantId, day, day),
                        ReportReading.list(connection, WAITERS, ofDay, DailyReports::waiter),
                        ReportReading.list(connection, HOURS, ofDayThere, DailyReports::hour),
                        ReportReading.list(connection, DISHES, ofDay, DailyReports::dish))
                .usingConcurrencyOf(1)
                .with((figures, waiters, hours, dishes) ->
                        DailyReport.of(day, asOf, caller.currency(), figures, waiters, hours, dishes));
    }

    private static OfWaiter waiter(Row row) {
        return new OfWaiter(
                new Person(row.getLong("staff_id"), row.getString("staff_name")),
                row.getLong("tickets"),
                row.getLong("orders"),
                row.getLong("covers"),
                row.getLong("discount_cents"),
                row.getLong("total_cents"),
                row.getLong("tip_cents"));
    }

    private static OfHour hour(Row row) {
        return new OfHour(
                row.getInteger("hour"), row.getLong("tickets"), row.getLong("covers"), row.getLong("total_cents"));
    }

    private static OfDish dish(Row row) {
        return new OfDish(
                row.getLong("dish_id"),
                row.getString("name"),
                row.getLong("quantity"),
                row.getLong("discount_cents"),
                row.getLong("total_cents"));
    }
}
