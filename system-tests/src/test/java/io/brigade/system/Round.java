package io.brigade.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Twenty devices at five tables at once, each doing one random thing after another, allowed and not. A system property
 * {@code brigade.round.seed} plays the same whims again, {@code brigade.round.seconds} plays longer.
 */
final class Round {

    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("brigade.round.seconds", 15));
    private static final Duration HURRIED = Duration.ofMillis(40);

    /** Of these everything that can be done is done: on a slow machine the round lasts longer, within reason. */
    private static final int FEWEST_WHEN_HURRIED = 2_000;

    private static final Duration WITHIN_REASON = LASTS.multipliedBy(16);

    private final long seed = Long.getLong("brigade.round.seed", System.nanoTime());
    private final Journal journal = new Journal();
    private final Sight sight;
    private final long mostPauseNanos;
    private final int fewest;
    private final RandomOrders wishes =
            new RandomOrders(Device.camilleTheWaiter().get("/api/menu").json());

    /** Of the orders with numbers greater than that one. */
    Round(long lastBefore) {
        this(lastBefore, HURRIED, FEWEST_WHEN_HURRIED);
    }

    /** Of devices that rest for up to that long after each thing that they did. */
    Round(long lastBefore, Duration mostPause) {
        this(lastBefore, mostPause, 0);
    }

    private Round(long lastBefore, Duration mostPause, int fewest) {
        sight = new Sight(lastBefore);
        mostPauseNanos = mostPause.toNanos();
        this.fewest = fewest;
    }

    /** Plays it, with that in the middle, however long that takes. */
    Journal play(Runnable inTheMiddle) throws Exception {
        System.out.println("  a round of " + LASTS + " with -Dbrigade.round.seed=" + seed);
        long begun = System.nanoTime();
        AtomicBoolean isOver = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Callable<Void> device : devices(isOver)) {
                all.add(threads.submit(device));
            }
            LockSupport.parkNanos(LASTS.toNanos() / 4);
            try {
                inTheMiddle.run();
                LockSupport.parkNanos(LASTS.toNanos() / 4);
                while (!isEnough(System.nanoTime() - begun)) {
                    LockSupport.parkNanos(LASTS.toNanos() / 100);
                }
            } finally {
                isOver.set(true);
            }
            for (Future<?> device : all) {
                device.get();
            }
        }
        journal.answers().forEach((answer, times) -> System.out.println("  " + times + " × " + answer));
        return journal;
    }

    private boolean isEnough(long nanos) {
        return nanos > LASTS.toNanos() && (journal.size() >= fewest || nanos > WITHIN_REASON.toNanos());
    }

    private List<Callable<Void>> devices(AtomicBoolean isOver) {
        List<Callable<Void>> devices = new ArrayList<>();
        add(devices, 9, Device::camilleTheWaiter, isOver, List.of(WaiterMoves.MOVES, FloorMoves.MOVES, Mischief.MOVES));
        add(
                devices,
                3,
                Device::inesTheCashier,
                isOver,
                List.of(TillMoves.MOVES, TillMoves.MOVES, WaiterMoves.MOVES, Mischief.MOVES));
        add(devices, 4, Device::marcTheChef, isOver, List.of(KitchenMoves.MOVES, ChefMoves.MOVES, Mischief.MOVES));
        add(
                devices,
                2,
                Device::sophieTheManager,
                isOver,
                List.of(WaiterMoves.MOVES, FloorMoves.MOVES, TillMoves.MOVES, Mischief.MOVES));
        add(devices, 1, Device::antoineTheAdmin, isOver, List.of(FloorMoves.MOVES, WaiterMoves.MOVES));
        add(devices, 1, Device::noeOfTheOtherRestaurant, isOver, List.of(Mischief.OF_A_STRANGER));
        return devices;
    }

    private void add(
            List<Callable<Void>> devices,
            int count,
            Supplier<Device> signIn,
            AtomicBoolean isOver,
            List<List<Move>> moves) {
        List<Move> all = moves.stream().flatMap(List::stream).toList();
        for (int i = 0; i < count; i++) {
            Colleague who = new Colleague(
                    new JournallingDevice(signIn, journal), sight, wishes, new Random(seed + devices.size()));
            devices.add(() -> {
                while (!isOver.get()) {
                    Move.one(all, who.random()).deed().by(who);
                    LockSupport.parkNanos(who.random().nextLong(mostPauseNanos));
                }
                return null;
            });
        }
    }
}
