package io.brigade.payments.closing;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.payment.PaymentMethod;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Adds up days: at most 366 rows per rate and method, however many tickets there were. */
public final class DayFigures {

    private static final String TOTALS = """
            SELECT coalesce(sum(tickets), 0)::bigint AS tickets,
                coalesce(sum(credits), 0)::bigint AS credits,
                coalesce(sum(orders), 0)::bigint AS orders,
                coalesce(sum(covers), 0)::bigint AS covers,
                min(first_ticket_no) AS first_ticket_no,
                max(last_ticket_no) AS last_ticket_no,
                coalesce(sum(discount_cents), 0)::bigint AS discount_cents,
                coalesce(sum(sales_cents), 0)::bigint AS sales_cents,
                coalesce(sum(credit_cents), 0)::bigint AS credit_cents
            FROM day_totals WHERE restaurant_id = $1 AND business_date BETWEEN $2 AND $3""";

    private static final String VAT = """
            SELECT vat_rate_bp, sum(net_cents)::bigint AS net_cents, sum(vat_cents)::bigint AS vat_cents,
                sum(gross_cents)::bigint AS gross_cents
            FROM day_vat WHERE restaurant_id = $1 AND business_date BETWEEN $2 AND $3
            GROUP BY vat_rate_bp ORDER BY vat_rate_bp""";

    private static final String METHODS = """
            SELECT method, sum(payments)::bigint AS payments, sum(paid_cents)::bigint AS paid_cents,
                sum(refunds)::bigint AS refunds, sum(refunded_cents)::bigint AS refunded_cents,
                sum(tip_cents)::bigint AS tip_cents
            FROM day_methods WHERE restaurant_id = $1 AND business_date BETWEEN $2 AND $3
            GROUP BY method ORDER BY method""";

    private DayFigures() {}

    /** Of the days from the first to the last, both included. */
    public static Uni<Figures> of(SqlConnection connection, long restaurantId, LocalDate firstDay, LocalDate lastDay) {
        Tuple days = Tuple.of(restaurantId, firstDay, lastDay);
        return Uni.combine()
                .all()
                .unis(
                        list(connection, TOTALS, days, row -> row),
                        list(connection, VAT, days, DayFigures::share),
                        list(connection, METHODS, days, DayFigures::method))
                .usingConcurrencyOf(1)
                .with((totals, vat, methods) -> figures(totals.getFirst(), vat, methods));
    }

    private static <T> Uni<List<T>> list(SqlConnection connection, String sql, Tuple days, Function<Row, T> read) {
        return connection.preparedQuery(sql).execute(days).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(read)
                .toList());
    }

    private static Figures figures(Row row, List<VatShare> vat, List<MethodTotal> methods) {
        return new Figures(
                row.getLong("tickets"),
                row.getLong("credits"),
                row.getLong("orders"),
                row.getLong("covers"),
                row.getLong("first_ticket_no"),
                row.getLong("last_ticket_no"),
                row.getLong("discount_cents"),
                new Sums(
                        vat.stream().mapToLong(VatShare::netCents).sum(),
                        vat.stream().mapToLong(VatShare::vatCents).sum(),
                        row.getLong("sales_cents") + row.getLong("credit_cents"),
                        row.getLong("sales_cents"),
                        row.getLong("credit_cents")),
                vat,
                methods);
    }

    private static VatShare share(Row row) {
        return new VatShare(
                row.getInteger("vat_rate_bp"),
                row.getLong("net_cents"),
                row.getLong("vat_cents"),
                row.getLong("gross_cents"));
    }

    private static MethodTotal method(Row row) {
        return new MethodTotal(
                PaymentMethod.valueOf(row.getString("method")),
                row.getLong("payments"),
                row.getLong("paid_cents"),
                row.getLong("refunds"),
                row.getLong("refunded_cents"),
                row.getLong("paid_cents") + row.getLong("refunded_cents"),
                row.getLong("tip_cents"));
    }
}
