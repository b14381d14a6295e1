package io.brigade.system;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** Many requests beside each other, though not more than a busy house makes. */
final class AtOnce {

    private static final int MOST = 16;

    private AtOnce() {}

    /** Does it with each; fails with all that failed. */
    static <T> void each(Stream<T> all, Consumer<T> work) {
        var free = new Semaphore(MOST);
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all.forEach(one -> threads.execute(() -> {
                free.acquireUninterruptibly();
                try {
                    work.accept(one);
                } catch (AssertionError | RuntimeException failure) {
                    failures.add(failure.toString());
                } finally {
                    free.release();
                }
            }));
        }
        Assertions.assertThat(List.copyOf(failures)).isEmpty();
    }
}
