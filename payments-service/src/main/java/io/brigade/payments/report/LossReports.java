package io.brigade.payments.report;

import io.brigade.platform.security.Caller;
import io.brigade.platform.security.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Makes reports of what was taken off. */
@ApplicationScoped
class LossReports {

    private static final String LOSSES = """
            SELECT kind, staff_id, staff_name, approved_by_id, approved_by_name, times, amount_cents
            FROM day_losses WHERE restaurant_id = $1 AND business_date = $2
            ORDER BY staff_name, staff_id, kind, approved_by_id LIMIT 1000""";

    private final ReportReading reading;

    @Inject
    LossReports(ReportReading reading) {
        this.reading = reading;
    }

    Uni<LossReport> of(Caller caller, LocalDate day) {
        Tuple ofDay = Tuple.of(caller.restaurantId(), day);
        return reading.read((connection, asOf) -> ReportReading.list(connection, LOSSES, ofDay, LossReports::entry)
                .map(entries -> new LossReport(day, asOf, caller.currency(), entries)));
    }

    private static LossReport.Entry entry(Row row) {
        String approver = row.getString("approved_by_name");
        return new LossReport.Entry(
                LossKind.valueOf(row.getString("kind")),
                new Person(row.getLong("staff_id"), row.getString("staff_name")),
                approver == null ? null : new Person(row.getLong("approved_by_id"), approver),
                row.getLong("times"),
                row.getLong("amount_cents"));
    }
}
