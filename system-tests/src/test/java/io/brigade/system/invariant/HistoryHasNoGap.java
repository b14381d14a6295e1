package io.brigade.system.invariant;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every change is in the history: versions from 1 to the order's own, one after another, each with who and when. */
final class HistoryHasNoGap implements Invariant {

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        return evidence.orders().stream().flatMap(HistoryHasNoGap::check);
    }

    private static Stream<String> check(OrderFile file) {
        List<Step> steps = file.steps();
        if (steps.isEmpty() || steps.getLast().version() != file.version()) {
            return Stream.of(file + " has version " + file.version() + " and a history of " + steps.size());
        }
        Stream<String> gaps = IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).version() != i + 1L)
                .mapToObj(i -> file + " has " + steps.get(i) + " as entry " + (i + 1))
                .limit(1);
        Stream<String> births = IntStream.range(0, steps.size())
                .filter(i -> (i == 0) != isBirth(steps, i))
                .mapToObj(i -> file + " has " + steps.get(i) + " as entry " + (i + 1));
        Stream<String> nameless = steps.stream()
                .filter(step -> Objects.isNull(step.by()) && !step.is("CLOSED"))
                .map(step -> file + " does not say who did " + step);
        return Stream.of(gaps, births, nameless).flatMap(findings -> findings);
    }

    /** Orders begin by being placed, or by coming out of another one. */
    private static boolean isBirth(List<Step> steps, int index) {
        return steps.get(index).is("CREATED") || (index == 0 && steps.get(index).is("SPLIT"));
    }
}
