package io.brigade.platform.sql;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements that run inside the transaction the caller has open, whichever client opened it, so that an effect, its
 * events and its idempotency record commit together or not at all. Parameters are {@code $1, $2, …}.
 */
public interface Work {

    /** Runs a statement and tells how many rows it changed. */
    Uni<Integer> update(String sql, List<?> parameters);

    /** The first row's columns, or null when there is none; {@code bytea} comes as {@code byte[]}. */
    Uni<@Nullable List<?>> first(String sql, List<?> parameters);
}
