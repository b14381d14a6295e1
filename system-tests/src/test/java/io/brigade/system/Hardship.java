package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.brigade.local.Suite;
import io.brigade.system.invariant.Checker;
import io.brigade.system.invariant.Evidence;
import io.brigade.system.invariant.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A round in whose middle something goes wrong, what the devices saw of it, and what is left behind. */
final class Hardship {

    /** A busy restaurant, not a machine at its end: what happens there is another test's. */
    private static final Duration AT_EASE = Duration.ofMillis(1500);

    private static final Duration UNTIL_WARM = Duration.ofSeconds(45);
    private static boolean warm;

    private static final int MOST_CLOSED_UNDER_A_REQUEST = 3;
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;

    private final Journal journal;
    private final Evidence evidence;
    private final Instant begun;
    private final Instant over;

    private Hardship(Journal journal, Evidence evidence, Instant begun, Instant over) {
        this.journal = journal;
        this.evidence = evidence;
        this.begun = begun;
        this.over = over;
    }

    /** Twenty devices are at work while that is done to the suite; what they saw is printed. */
    static Hardship during(String what, Runnable trouble) throws Exception {
        warmUp();
        House.TABLES_OF_A_ROUND.forEach(House::clear);
        var collector = new EvidenceCollector();
        Instant[] span = new Instant[2];
        Journal journal = new Round(collector.lastBefore(), AT_EASE).play(() -> {
            span[0] = Instant.now();
            trouble.run();
            span[1] = Instant.now();
        });
        awaitThatEverybodyWasTold();
        Evidence evidence = collector.collect(journal, Map.of(), Duration.ofMinutes(2));
        Hardship hardship = new Hardship(journal, evidence, span[0], span[1]);
        System.out.println("  " + what + ": " + hardship);
        return hardship;
    }

    /** Trouble comes to a restaurant that has been at work for hours, not to eight instances that nobody has asked yet. */
    private static void warmUp() throws Exception {
        if (!warm) {
            House.TABLES_OF_A_ROUND.forEach(House::clear);
            new Round(new EvidenceCollector().lastBefore(), AT_EASE)
                    .play(() -> LockSupport.parkNanos(UNTIL_WARM.toNanos()));
            warm = true;
        }
    }

    /** After a failover, the events of ten minutes are told again: that takes its time. */
    private static void awaitThatEverybodyWasTold() {
        Suite suite = RunningSuite.suite();
        try (var stream = new RedisStream(suite.redis().url())) {
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> waiting(suite) == 0 && stream.isReadToItsEnd());
        }
    }

    private static double waiting(Suite suite) {
        return Stream.of("menu", "orders", "payments")
                .flatMap(service -> suite.service(service).instances().stream())
                .mapToDouble(instance -> Exposition.of(instance).total("outbox_pending"))
                .sum();
    }

    /** Nothing acknowledged is lost or doubled, screens saw everything, and what else docs/architecture.md promises. */
    Hardship keepsEveryPromise() {
        assertThat(evidence.orders()).hasSizeGreaterThan(5);
        assertThat(Checker.findings(evidence)).isEmpty();
        return this;
    }

    /**
     * Not one of these requests failed. A connection that NGINX closes in the very moment in which a request sets out on
     * it is no failure where the device may send again, and browsers do that by themselves (RFC 9113 section 8.7).
     */
    Hardship fails(Predicate<Exchange> none) {
        assertThat(journal.exchanges().stream()
                        .filter(exchange -> exchange.status() >= INTERNAL)
                        .filter(none))
                .isEmpty();
        assertThat(journal.broken()).noneMatch(request -> request.contains("(key null)") && !request.startsWith("GET"));
        assertThat(journal.broken()).hasSizeLessThanOrEqualTo(MOST_CLOSED_UNDER_A_REQUEST);
        return this;
    }

    /** What a device may send again: reads, and writes with a key. */
    static boolean repeatable(Exchange exchange) {
        return exchange.key() != null || exchange.method().equals("GET");
    }

    /** What could not be done was refused, within that time. */
    Hardship refusesWithin(Duration most) {
        assertThat(count(exchange -> exchange.status() == UNAVAILABLE)).isPositive();
        assertThat(longest(exchange -> exchange.status() == UNAVAILABLE)).isLessThan(most);
        return this;
    }

    /** From when the trouble was over until a write was acknowledged that was sent after that. */
    Duration untilWritesWereBack() {
        return journal.exchanges().stream()
                .filter(exchange ->
                        exchange.isAcknowledged() && !exchange.method().equals("GET"))
                .map(Exchange::answered)
                .filter(over::isBefore)
                .min(Comparator.naturalOrder())
                .map(first -> Duration.between(over, first))
                .orElseThrow();
    }

    /** The longest time in which nothing was acknowledged that changes anything. */
    Duration longestPauseOfWrites() {
        List<Instant> acknowledged = journal.exchanges().stream()
                .filter(exchange ->
                        exchange.isAcknowledged() && !exchange.method().equals("GET"))
                .map(Exchange::answered)
                .sorted()
                .toList();
        Duration longest = Duration.ZERO;
        for (int i = 1; i < acknowledged.size(); i++) {
            Duration pause = Duration.between(acknowledged.get(i - 1), acknowledged.get(i));
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return longest;
    }

    private Duration longest(Predicate<Exchange> which) {
        return journal.exchanges().stream()
                .filter(which)
                .map(exchange -> Duration.between(exchange.sent(), exchange.answered()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private long count(Predicate<Exchange> which) {
        return journal.exchanges().stream().filter(which).count();
    }

    private Latencies meanwhile() {
        return new Latencies(journal.exchanges().stream()
                .filter(exchange -> exchange.sent().isAfter(begun))
                .filter(exchange -> exchange.sent().isBefore(over))
                .map(exchange ->
                        Duration.between(exchange.sent(), exchange.answered()).toNanos())
                .toList());
    }

    /** For the table in docs/resilience.md. */
    @Override
    public String toString() {
        return "%d requests from 20 devices, %d answered 503 (%d of them reads or writes with a key), longest 503 %d ms, %d broken; trouble took %.1f s, meanwhile %s; longest pause of writes %.1f s; %d orders, %d events"
                .formatted(
                        journal.exchanges().size(),
                        count(exchange -> exchange.status() == UNAVAILABLE),
                        count(exchange -> exchange.status() == UNAVAILABLE && repeatable(exchange)),
                        longest(exchange -> exchange.status() == UNAVAILABLE).toMillis(),
                        journal.broken().size(),
                        Duration.between(begun, over).toMillis() / 1000.0,
                        meanwhile(),
                        longestPauseOfWrites().toMillis() / 1000.0,
                        evidence.orders().size(),
                        evidence.floor().size());
    }
}
