package io.brigade.platform.sql;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A running transaction of the reactive client, with what is to be done at its end and said once it has committed. */
public final class Transaction implements Work {

    private final SqlWork work;
    private final List<Runnable> afterCommit;
    private final List<Supplier<Uni<Void>>> beforeCommit = new ArrayList<>();

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

    /**
     * Runs when all the rest is done, in the order of the calls: what takes locks that many wait for, so that they wait no
     * longer than it takes and the commit. If it fails, everything is rolled back.
     */
    public void beforeCommit(Supplier<Uni<Void>> action) {
        beforeCommit.add(action);
    }

    Uni<Void> conclude() {
        return Multi.createFrom()
                .iterable(beforeCommit)
                .onItem()
                .transformToUniAndConcatenate(Supplier::get)
                .collect()
                .last()
                .replaceWithVoid();
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
