package io.brigade.orders.order;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Ids of a sequence, taken from the database in blocks, so that an answer that names them can be written in the same
 * statement as the rows. Ids of a block that is never used up are skipped; none is given twice.
 */
final class IdBlock {

    private final Pool pool;
    private final String sequence;
    private final int size;
    private final Deque<Long> free = new ArrayDeque<>();

    IdBlock(Pool pool, String sequence, int size) {
        this.pool = pool;
        this.sequence = sequence;
        this.size = size;
    }

    /** As many ids as asked for, ascending. */
    Uni<List<Long>> take(int count) {
        List<Long> taken = takeFree(count);
        return taken.size() == count
                ? Uni.createFrom().item(taken)
                : fetch(Math.max(size, count)).chain(() -> {
                    giveBack(taken);
                    return take(count);
                });
    }

    private synchronized List<Long> takeFree(int count) {
        List<Long> taken = new ArrayList<>(count);
        while (taken.size() < count && !free.isEmpty()) {
            taken.add(free.removeFirst());
        }
        return taken;
    }

    private synchronized void giveBack(List<Long> ids) {
        ids.reversed().forEach(free::addFirst);
    }

    private Uni<Void> fetch(int count) {
        return pool.preparedQuery("SELECT nextval($1::text::regclass) AS id FROM generate_series(1, $2)")
                .execute(Tuple.of(sequence, count))
                .invoke(rows -> {
                    synchronized (this) {
                        rows.forEach(row -> free.addLast(row.getLong("id")));
                    }
                })
                .replaceWithVoid();
    }
}
