package io.brigade.platform.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of a list; {@code next_cursor} is null on the last one. */
public record Page<T>(
        List<T> data,

        @Schema(description = "Send it as cursor to get the next page; null on the last one.") @Nullable String nextCursor) {

    /** Cuts a page out of rows that were read with one more than the limit. */
    public static <R, T> Page<T> of(List<R> rows, PageRequest request, ToLongFunction<R> id, Function<R, T> view) {
        boolean more = rows.size() > request.limit();
        List<R> kept = more ? rows.subList(0, request.limit()) : rows;
        String next = more ? PageRequest.cursorAfter(id.applyAsLong(kept.getLast())) : null;
        return new Page<>(kept.stream().map(view).toList(), next);
    }
}
