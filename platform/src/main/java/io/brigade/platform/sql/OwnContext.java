package io.brigade.platform.sql;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings the result of work that several requests share back to each one's own context, where its log fields are. */
public final class OwnContext {

    private OwnContext() {}

    /** The same result, on the context of whoever subscribes. */
    public static <T> Uni<T> of(Uni<T> shared) {
        return Uni.createFrom().deferred(() -> {
            Context own = Vertx.currentContext();
            return own == null ? shared : shared.emitOn(MutinyHelper.executor(own));
        });
    }
}
