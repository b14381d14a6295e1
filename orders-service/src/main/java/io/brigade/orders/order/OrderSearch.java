package io.brigade.orders.order;

import io.brigade.platform.http.QueryValue;
import io.brigade.platform.problem.ProblemException;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What orders are looked for by; everything that is said must hold. */
public class OrderSearch {

    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = OrderStatus.class))
    @Nullable String status;

    @QueryParam("table_id")
    @Parameter(schema = @Schema(implementation = Long.class), example = "4")
    @Nullable String tableId;

    @QueryParam("waiter_id")
    @Parameter(schema = @Schema(implementation = Long.class), example = "101")
    @Nullable String waiterId;

    @QueryParam("business_date")
    @Parameter(
            description = "The restaurant's own day; it turns at the cut-off hour.",
            schema = @Schema(implementation = LocalDate.class),
            example = "2026-11-23")
    @Nullable String businessDate;

    @QueryParam("order_id")
    @Parameter(description = "The order's number.", schema = @Schema(implementation = Long.class), example = "78")
    @Nullable String orderId;

    /**
     * The statement: only what is asked for is in it, so that each search finds its index. $1 restaurant, $2 before this
     * id, $3 most, then the values of {@link #addTo}.
     */
    String sql() {
        StringBuilder sql = new StringBuilder("SELECT * FROM orders WHERE restaurant_id = $1 AND order_id < $2");
        int next = 4;
        for (Filter filter : filters()) {
            sql.append(" AND ").append(filter.column()).append(" = $").append(next++);
        }
        return sql.append(" ORDER BY order_id DESC LIMIT $3").toString();
    }

    /** Adds the values that are looked for. */
    void addTo(Tuple parameters) {
        filters().forEach(filter -> parameters.addValue(filter.value()));
    }

    private record Filter(String column, Object value) {}

    private List<Filter> filters() {
        return Stream.of(
                        filter("status", name(QueryValue.choice("status", OrderStatus.class, status))),
                        filter("table_id", QueryValue.number("table_id", tableId)),
                        filter("waiter_id", QueryValue.number("waiter_id", waiterId)),
                        filter("business_date", date(businessDate)),
                        filter("order_id", QueryValue.number("order_id", orderId)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Filter> filter(String column, @Nullable Object value) {
        return Optional.ofNullable(value).map(present -> new Filter(column, present));
    }

    private static @Nullable String name(@Nullable OrderStatus status) {
        return status == null ? null : status.name();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw ProblemException.invalid("business_date", "must be a date such as 2026-11-23");
        }
    }
}
