package io.brigade.payments.report;

import io.brigade.platform.sql.PoolCreator;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Makes the pool of the replica with the limits that the primary's has, under a name of its own. */
@Singleton
@ReactiveDataSource(ReplicaPool.NAME)
public class ReplicaPool implements PgPoolCreator {

    static final String NAME = "replica";

    private final PoolCreator limits;

    @Inject
    ReplicaPool(PoolCreator limits) {
        this.limits = limits;
    }

    @Override
    public Pool create(Input input) {
        input.poolOptions().setName(NAME);
        return limits.create(input);
    }
}
