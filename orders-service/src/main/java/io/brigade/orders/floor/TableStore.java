package io.brigade.orders.floor;

import io.brigade.orders.staff.Colleague;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads and writes tables. */
@ApplicationScoped
class TableStore {

    private final Pool pool;

    @Inject
    TableStore(Pool pool) {
        this.pool = pool;
    }

    /** Tables by id; one more than the page holds, if there is one. */
    Uni<List<TableView>> list(long restaurantId, PageRequest page) {
        return pool.preparedQuery(FloorSql.LIST)
                .execute(Tuple.of(restaurantId, page.after(), page.limit() + 1))
                .map(TableStore::views);
    }

    /** Locks the table, if there is such a one, until the transaction ends. */
    static Uni<Void> lock(SqlConnection connection, long restaurantId, long tableId) {
        return connection
                .preparedQuery(FloorSql.LOCK)
                .execute(Tuple.of(restaurantId, tableId))
                .replaceWithVoid();
    }

    /** The table, also one that was taken away; 404 when there is none. */
    static Uni<TableView> find(SqlConnection connection, long restaurantId, long tableId) {
        return connection
                .preparedQuery(FloorSql.FIND)
                .execute(Tuple.of(restaurantId, tableId))
                .map(rows -> views(rows).stream()
                        .findFirst()
                        .orElseThrow(() -> ProblemException.notFound("table", tableId)));
    }

    /** The tables of an area. */
    static Uni<List<TableView>> inArea(SqlConnection connection, long restaurantId, long areaId) {
        return connection
                .preparedQuery(FloorSql.IN_AREA)
                .execute(Tuple.of(restaurantId, areaId))
                .map(TableStore::views);
    }

    /** Id of the new table. */
    static Uni<Long> insert(SqlConnection connection, long restaurantId, TableEdit table) {
        return connection
                .preparedQuery(FloorSql.INSERT)
                .execute(edited(restaurantId, table))
                .map(rows -> rows.iterator().next().getLong("table_id"));
    }

    static Uni<Void> update(SqlConnection connection, long tableId, TableEdit table) {
        return connection
                .preparedQuery(FloorSql.UPDATE)
                .execute(edited(tableId, table))
                .replaceWithVoid();
    }

    static Uni<Void> takeAway(SqlConnection connection, long tableId) {
        return connection
                .preparedQuery(FloorSql.TAKE_AWAY)
                .execute(Tuple.of(tableId))
                .replaceWithVoid();
    }

    static Uni<Void> assign(SqlConnection connection, long tableId, Optional<Colleague> waiter) {
        return connection
                .preparedQuery(FloorSql.ASSIGN)
                .execute(Tuple.of(
                        tableId,
                        waiter.map(Colleague::staffId).orElse(null),
                        waiter.map(Colleague::name).orElse(null)))
                .replaceWithVoid();
    }

    static Uni<Void> clear(SqlConnection connection, long tableId) {
        return connection
                .preparedQuery(FloorSql.CLEAR)
                .execute(Tuple.of(tableId))
                .replaceWithVoid();
    }

    /** Raises the version of an area's tables. */
    static Uni<Void> changed(SqlConnection connection, long areaId) {
        return connection
                .preparedQuery(FloorSql.TABLES_CHANGED)
                .execute(Tuple.of(areaId))
                .replaceWithVoid();
    }

    private static Tuple edited(long id, TableEdit table) {
        return Tuple.of(id, table.areaId(), table.name().strip(), table.seats(), table.x(), table.y());
    }

    private static List<TableView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(TableView::from)
                .toList();
    }
}
