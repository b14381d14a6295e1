package io.brigade.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Work on a connection of the reactive PostgreSQL client. */
public record SqlWork(SqlConnection connection) implements Work {

    @Override
    public Uni<Integer> update(String sql, List<?> parameters) {
        return connection.preparedQuery(sql).execute(tuple(parameters)).map(rows -> rows.rowCount());
    }

    @Override
    public Uni<@Nullable List<?>> first(String sql, List<?> parameters) {
        return connection.preparedQuery(sql).execute(tuple(parameters)).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext() ? columns(found.next()) : null;
        });
    }

    private static Tuple tuple(List<?> parameters) {
        return Tuple.from(parameters.stream()
                .map(value -> value instanceof byte[] bytes ? Buffer.buffer(bytes) : value)
                .toArray());
    }

    private static List<?> columns(Row row) {
        return IntStream.range(0, row.size())
                .mapToObj(row::getValue)
                .map(value -> value instanceof Buffer buffer ? buffer.getBytes() : value)
                .toList();
    }
}
