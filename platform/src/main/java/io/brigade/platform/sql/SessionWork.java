package io.brigade.platform.sql;

import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Work in a Hibernate Reactive session, for services that edit entities. */
public record SessionWork(Mutiny.Session session) implements Work {

    @Override
    public Uni<Integer> update(String sql, List<?> parameters) {
        Mutiny.MutationQuery query = session.createNativeQuery(ordinal(sql));
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query.executeUpdate();
    }

    @Override
    public Uni<@Nullable List<?>> first(String sql, List<?> parameters) {
        Mutiny.SelectionQuery<Object> query = session.createNativeQuery(ordinal(sql), Object.class);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query.getSingleResultOrNull().map(SessionWork::columns);
    }

    /** Hibernate gives a row of one column as the column itself. */
    private static @Nullable List<?> columns(@Nullable Object row) {
        return switch (row) {
            case null -> null;
            case Object[] several -> Arrays.asList(several);
            default -> List.of(row);
        };
    }

    /** Hibernate names ordinal parameters {@code ?1}. */
    private static String ordinal(String sql) {
        return sql.replace('$', '?');
    }
}
