package io.brigade.orders.floor;

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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads and writes areas. */
@ApplicationScoped
class AreaStore {

    private final Pool pool;

    @Inject
    AreaStore(Pool pool) {
        this.pool = pool;
    }

    /** Areas by id; one more than the page holds, if there is one. */
    Uni<List<AreaView>> list(long restaurantId, PageRequest page) {
        return pool.preparedQuery(FloorSql.AREAS)
                .execute(Tuple.of(restaurantId, page.after(), page.limit() + 1))
                .map(rows -> views(rows).toList());
    }

    /** Locks the area, if there is such a one, for a change of it. */
    static Uni<Void> lock(SqlConnection connection, long restaurantId, long areaId) {
        return connection
                .preparedQuery(FloorSql.LOCK_AREA)
                .execute(Tuple.of(restaurantId, areaId))
                .replaceWithVoid();
    }

    /** Keeps the area, if there is such a one, as it is until the transaction ends. */
    static Uni<Void> hold(SqlConnection connection, long restaurantId, long areaId) {
        return connection
                .preparedQuery(FloorSql.HOLD_AREA)
                .execute(Tuple.of(restaurantId, areaId))
                .replaceWithVoid();
    }

    /** The area; 404 when there is none, or not any more. */
    static Uni<AreaView> find(SqlConnection connection, long restaurantId, long areaId) {
        return connection
                .preparedQuery(FloorSql.FIND_AREA)
                .execute(Tuple.of(restaurantId, areaId))
                .map(rows -> views(rows).findFirst().orElseThrow(() -> ProblemException.notFound("area", areaId)));
    }

    static Uni<AreaView> insert(SqlConnection connection, long restaurantId, AreaEdit area) {
        return one(connection, FloorSql.INSERT_AREA, edited(restaurantId, area));
    }

    static Uni<AreaView> update(SqlConnection connection, long areaId, AreaEdit area) {
        return one(connection, FloorSql.UPDATE_AREA, edited(areaId, area));
    }

    static Uni<AreaView> takeAway(SqlConnection connection, long areaId) {
        return one(connection, FloorSql.TAKE_AREA_AWAY, Tuple.of(areaId));
    }

    private static Tuple edited(long id, AreaEdit area) {
        return Tuple.of(id, area.name().strip(), area.position());
    }

    private static Uni<AreaView> one(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters).map(rows -> views(rows)
                .findFirst()
                .orElseThrow());
    }

    private static Stream<AreaView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(AreaView::from);
    }
}
