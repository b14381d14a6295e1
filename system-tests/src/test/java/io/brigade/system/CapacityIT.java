package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.local.Component;
import io.brigade.local.Suite;
import io.brigade.local.process.ProcessMemory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a table's evening costs, in processor time of each component: the figures of docs/scaling.md. Tables are served one
 * after another in a few restaurants' rooms at once, from the order to the closed bill.
 */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class CapacityIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("brigade.capacity.warm-up", 60));
    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("brigade.capacity.seconds", 60));
    private static final int ROOMS = 4;

    @Test
    void aTablesEvening() {
        serve(WARM_UP);
        Map<String, Duration> before = processorTime();

        int tables = serve(LASTS);

        Map<String, Duration> after = processorTime();
        assertThat(tables).isPositive();
        System.out.printf("  %d tables in %d s%n", tables, LASTS.toSeconds());
        double all = 0;
        for (Component component : SUITE.components()) {
            double millis = after.get(component.name())
                            .minus(before.get(component.name()))
                            .toNanos()
                    / 1e6
                    / tables;
            all += millis;
            System.out.printf(
                    "  %-18s %6.1f ms per table, %4d MB%n",
                    component.name(),
                    millis,
                    component
                            .process()
                            .map(ProcessMemory::megabytes)
                            .orElseThrow()
                            .orElse(0));
        }
        System.out.printf("  %-18s %6.1f ms per table%n", "all", all);
    }

    private static int serve(Duration lasts) {
        var tables = new AtomicInteger();
        long end = System.nanoTime() + lasts.toNanos();
        try (ExecutorService rooms = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ROOMS; i++) {
                rooms.execute(() -> {
                    while (System.nanoTime() < end) {
                        Traffic.serveOneTable();
                        tables.incrementAndGet();
                    }
                });
            }
        }
        return tables.get();
    }

    /** With that of its children: PostgreSQL has a process for each connection, NGINX one for each processor. */
    private static Map<String, Duration> processorTime() {
        Map<String, Duration> times = new LinkedHashMap<>();
        for (Component component : SUITE.components()) {
            ProcessHandle process = component.process().orElseThrow();
            times.put(
                    component.name(),
                    Stream.concat(Stream.of(process), process.descendants())
                            .map(each -> each.info().totalCpuDuration())
                            .flatMap(Optional::stream)
                            .reduce(Duration.ZERO, Duration::plus));
        }
        return times;
    }
}
