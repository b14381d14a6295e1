package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.local.Progress;
import io.brigade.local.Suite;
import io.brigade.system.invariant.Checker;
import io.brigade.system.invariant.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twenty devices at five tables, and no invariant of docs/architecture.md is broken. */
@ExtendWith(RunningSuite.class)
class RoundIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final String COUNTED = "Tarte Tatin, crème épaisse";
    private static final int PORTIONS = 12;

    /** All that can be done to an order. */
    private static final List<String> ACTIONS = List.of(
            "CREATED",
            "ITEMS_ADDED",
            "ITEM_CHANGED",
            "COURSE_FIRED",
            "ITEM_VOIDED",
            "ITEM_MOVED",
            "ITEM_RECALLED",
            "DISCOUNTED",
            "DISCOUNT_REMOVED",
            "CHANGED",
            "TRANSFERRED",
            "MERGED",
            "SPLIT",
            "CANCELLED",
            "CLOSED");

    @BeforeEach
    void clearTables() {
        House.TABLES_OF_A_ROUND.forEach(House::clear);
    }

    @AfterEach
    void startWhatWasKilled() {
        SUITE.up(Progress.silent());
    }

    /** CI plays only the other one, which finds what this finds: but events have less time here. */
    @Test
    @Tag("chaos")
    void noInvariantIsBroken() throws Exception {
        check(play(() -> {}, Duration.ofSeconds(10)));
    }

    @Test
    void noInvariantIsBrokenThoughRedisIsRestartedAndInstancesAreKilled() throws Exception {
        Evidence evidence = play(
                () -> {
                    SUITE.redis().kill();
                    SUITE.redis().start(); // a screen that comes back while it is away would be told to load anew
                    SUITE.service("orders").instance(1).kill();
                    SUITE.service("payments").instance(1).kill();
                    SUITE.up(Progress.silent());
                },
                Duration.ofSeconds(60));

        assertThat(evidence.orders()).hasSizeGreaterThan(20);
        check(evidence);
    }

    private static void check(Evidence evidence) {
        assertThat(Checker.findings(evidence)).isEmpty();
        assertThat(evidence.orders().stream()
                        .flatMap(file -> file.history().stream())
                        .map(entry -> entry.path("action").asText())
                        .distinct())
                .containsAll(ACTIONS);
    }

    private static Evidence play(Runnable inTheMiddle, Duration longestEventDelay) throws Exception {
        Map<Long, Integer> counted = Map.of(countPortions(), PORTIONS);
        var collector = new EvidenceCollector();
        Journal journal = new Round(collector.lastBefore()).play(inTheMiddle);
        Evidence evidence = collector.collect(journal, counted, longestEventDelay);
        System.out.printf(
                "  %d orders, %d requests, %d events%n",
                evidence.orders().size(),
                evidence.journal().size(),
                evidence.floor().size());
        return evidence;
    }

    /** Sold out first, so that nobody sells it uncounted while the number is on its way. */
    private static long countPortions() {
        long dish = House.dish(COUNTED);
        String availability = "/api/menu/dishes/" + dish + "/availability";
        Map<String, Object> order =
                Map.of("service_mode", "TAKEAWAY", "items", List.of(Map.of("dish_id", dish, "quantity", 1)));
        assertThat(Device.marcTheChef()
                        .put(availability, Map.of("available", false))
                        .status())
                .isEqualTo(200);
        Eventually.eightTimesInARow(
                () -> Device.camilleTheWaiter().post("/api/orders", order).status(), 409);
        assertThat(Device.marcTheChef()
                        .put(availability, Map.of("available", true, "portions", PORTIONS))
                        .status())
                .isEqualTo(200);
        return dish;
    }
}
