package io.brigade.payments.fiscal;

import io.brigade.fiscal.Manifest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Keeps which archives were made, with what was signed of them. */
@ApplicationScoped
class ArchiveStore {

    private static final String INSERT = """
            INSERT INTO fiscal_archives
                (restaurant_id, manifest, signature, public_keys, made_at, made_by_id, made_by_name)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING archive_id""";

    private static final String PAGE = "SELECT " + Archive.COLUMNS
            + " FROM fiscal_archives WHERE restaurant_id = $1 AND archive_id < $2 ORDER BY archive_id DESC LIMIT $3";

    private static final String SEALED = """
            SELECT manifest, signature, public_keys FROM fiscal_archives
            WHERE restaurant_id = $1 AND archive_id = $2""";

    private final Pool pool;

    @Inject
    ArchiveStore(Pool pool) {
        this.pool = pool;
    }

    /** What makes an archive out of entries. */
    record Sealed(String manifest, String signature, String publicKeys) {}

    Uni<Long> insert(SqlConnection connection, Manifest manifest, Sealed sealed, Person madeBy) {
        Tuple parameters = Tuple.tuple()
                .addLong(manifest.chain())
                .addString(sealed.manifest())
                .addString(sealed.signature())
                .addString(sealed.publicKeys())
                .addOffsetDateTime(manifest.madeAt().atOffset(ZoneOffset.UTC))
                .addLong(madeBy.staffId())
                .addString(madeBy.name());
        return connection.preparedQuery(INSERT).execute(parameters).map(rows -> rows.iterator()
                .next()
                .getLong("archive_id"));
    }

    /** Newest first. */
    Uni<List<Archive>> page(long restaurantId, long before, int most) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(restaurantId, before, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Archive::of)
                        .toList());
    }

    /** 404 for an unknown one and for another restaurant's. */
    Uni<Sealed> sealed(long restaurantId, long archiveId) {
        return pool.preparedQuery(SEALED)
                .execute(Tuple.of(restaurantId, archiveId))
                .map(rows -> {
                    for (Row row : rows) {
                        return new Sealed(
                                row.getString("manifest"), row.getString("signature"), row.getString("public_keys"));
                    }
                    throw ProblemException.notFound("archive", archiveId);
                });
    }
}
