package io.brigade.payments.erp;

import io.brigade.payments.PaymentsProblem;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The accounting file of a period. It is read page by page while it is sent, so that a year costs no memory: entries
 * never change, and none that is written meanwhile has a number below the last one that was there at the beginning.
 */
@ApplicationScoped
class Fec {

    /** One of the character sets that the article names. */
    static final Charset CHARSET = Charset.forName("ISO-8859-15");

    private static final int PAGE = 500;

    /** Accounts are kept in euros (Code de commerce art. L123-22). */
    private static final String SPAN = """
            SELECT min(seq) AS first, max(seq) AS last, min(siren) AS siren, count(DISTINCT siren) AS sellers
            FROM accounting_entries
            WHERE restaurant_id = $1 AND posted AND entry_date BETWEEN $2 AND $3 AND currency = 'EUR'""";

    /** Dates never go back, so what lies between the first and the last of a period belongs to it. */
    private static final String NEXT = """
            SELECT seq, document FROM accounting_entries
            WHERE restaurant_id = $1 AND seq > $2 AND seq <= $3 AND posted ORDER BY seq LIMIT $4""";

    private final Pool pool;
    private final Entries entries;

    @Inject
    Fec(Pool pool, Entries entries) {
        this.pool = pool;
        this.entries = entries;
    }

    /** A file whose content has not been read yet. */
    record File(String name, long restaurantId, long after, long last) {}

    /** Fails with 404 when nothing was posted in the period, and with 409 when two businesses did. */
    Uni<File> find(long restaurantId, LocalDate from, LocalDate to) {
        return pool.preparedQuery(SPAN)
                .execute(Tuple.of(restaurantId, from, to))
                .map(rows -> file(rows.iterator().next(), restaurantId, to));
    }

    /** Its lines, the header first. */
    Multi<byte[]> content(File file) {
        AtomicLong position = new AtomicLong(file.after());
        Multi<String> lines = Multi.createBy()
                .repeating()
                .uni(() -> page(file, position))
                .until(List::isEmpty)
                .map(page -> String.join("", page));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(FecLine.HEADER), lines)
                .map(text -> text.getBytes(CHARSET));
    }

    private Uni<List<String>> page(File file, AtomicLong position) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(file.restaurantId(), position.get(), file.last(), PAGE))
                .map(rows -> read(rows, position));
    }

    private List<String> read(RowSet<Row> rows, AtomicLong position) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> {
                    position.set(row.getLong("seq"));
                    return FecLine.of(entries.read(row.getString("document")));
                })
                .toList();
    }

    private static File file(Row span, long restaurantId, LocalDate to) {
        @Nullable Long first = span.getLong("first");
        if (first == null) {
            throw ProblemException.of(CommonProblem.NOT_FOUND, "Nothing was posted in that period.");
        }
        if (span.getLong("sellers") > 1) {
            throw ProblemException.of(
                    PaymentsProblem.FEC_SEVERAL_SELLERS,
                    "The SIREN changed in that period: ask for the time before and after it.");
        }
        String name = span.getString("siren") + "FEC" + DateTimeFormatter.BASIC_ISO_DATE.format(to) + ".txt";
        return new File(name, restaurantId, first - 1, span.getLong("last"));
    }
}
