package io.brigade.platform.log;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How long the request or event that is being worked on has taken so far. */
public final class Elapsed {

    private static final Object KEY = Elapsed.class;

    private Elapsed() {}

    /** Starts the clock of the current request or event. */
    public static void begin() {
        Context context = Vertx.currentContext();
        if (isOwn(context)) {
            context.putLocal(KEY, System.nanoTime());
        }
    }

    /** Milliseconds since; null outside of both. */
    static @Nullable Long millis() {
        Context context = Vertx.currentContext();
        Long begun = isOwn(context) ? context.getLocal(KEY) : null;
        return begun == null ? null : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static boolean isOwn(@Nullable Context context) {
        return context != null && VertxContext.isDuplicatedContext(context);
    }
}
