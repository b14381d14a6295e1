package io.brigade.system.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Nothing is dated before anybody asked for anything, or after everybody had been answered and every event had come. */
final class HistoryIsOfItsTime implements Invariant {

    /** By so much an instance's clock may differ and still book. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        if (evidence.journal().isEmpty()) {
            return Stream.of();
        }
        Instant first = evidence.journal().stream()
                .map(Exchange::sent)
                .min(Instant::compareTo)
                .orElseThrow()
                .minus(TOLERANCE);
        Instant last = evidence.journal().stream()
                .map(Exchange::answered)
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(evidence.longestEventDelay())
                .plus(TOLERANCE);
        return evidence.orders().stream().flatMap(file -> file.steps().stream()
                .filter(step -> step.at().isBefore(first) || step.at().isAfter(last))
                .map(step -> file + ": " + step + " is dated " + step.at()));
    }
}
