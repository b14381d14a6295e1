package io.brigade.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A running transaction of the reactive client, with what is to be said and counted once it has committed. */
public final class Transaction implements Work {

    private final SqlWork work;
    private final List<Runnable> afterCommit;

    Transaction(SqlConnection connection, List<Runnable> afterCommit) {
        this.afterCommit = afterCommit;
        this.work = new SqlWork(connection);
    }

    /** The connection that the transaction runs on. */
    public SqlConnection connection() {
        return work.connection();
    }

    /** Runs when the transaction has committed, and never when it was rolled back. It must not block or throw. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    @Override
    public Uni<Integer> update(String sql, List<?> parameters) {
        return work.update(sql, parameters);
    }

    @Override
    public Uni<@Nullable List<?>> first(String sql, List<?> parameters) {
        return work.first(sql, parameters);
    }
}
