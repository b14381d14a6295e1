package io.brigade.orders.slip;

import io.brigade.orders.kitchen.Station;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads and writes which stations have printers. */
@ApplicationScoped
class PrinterStore {

    private final Pool pool;

    @Inject
    PrinterStore(Pool pool) {
        this.pool = pool;
    }

    /** How a station's slips are printed. */
    record Setting(String station, boolean active, @Nullable String redirectTo) {

        /** Whether slips of others may be sent to its printer. */
        boolean takesOthers() {
            return active && redirectTo == null;
        }
    }

    Uni<List<Printer>> list(long restaurantId) {
        return list(pool, restaurantId);
    }

    static Uni<List<Printer>> list(SqlClient client, long restaurantId) {
        return client.preparedQuery(SlipSql.PRINTERS)
                .execute(Tuple.of(restaurantId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Printer::from)
                        .toList());
    }

    /** All settings, locked, so that two changes at once can't send slips round in a circle. */
    static Uni<List<Setting>> lock(SqlConnection connection, long restaurantId) {
        return connection
                .preparedQuery(SlipSql.LOCK_PRINTERS)
                .execute(Tuple.of(restaurantId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Setting(
                                row.getString("station"), row.getBoolean("active"), row.getString("redirect_to")))
                        .toList());
    }

    static Uni<Void> save(SqlConnection connection, long restaurantId, Station station, PrinterEdit edit) {
        Station other = edit.redirectTo();
        return connection
                .preparedQuery(SlipSql.SAVE_PRINTER)
                .execute(Tuple.of(restaurantId, station.name(), edit.active(), other == null ? null : other.name()))
                .replaceWithVoid();
    }
}
