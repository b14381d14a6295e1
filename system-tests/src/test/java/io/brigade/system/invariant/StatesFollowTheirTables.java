package io.brigade.system.invariant;

import io.brigade.system.invariant.OrderState.Line;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Orders and items only go where the state tables let them; what ended stays as it ended. */
final class StatesFollowTheirTables implements Invariant {

    private static final Map<String, Set<String>> FORWARD = Map.of(
            "HELD", Set.of("SENT", "VOIDED"),
            "SENT", Set.of("PREPARING", "VOIDED"),
            "PREPARING", Set.of("READY", "VOIDED"),
            "READY", Set.of("SERVED", "VOIDED"),
            "SERVED", Set.of("VOIDED"),
            "VOIDED", Set.of());
    private static final Map<String, Set<String>> RECALLED =
            Map.of("READY", Set.of("PREPARING"), "SERVED", Set.of("READY"));
    private static final Map<String, Set<String>> ORDER =
            Map.of("", Set.of("OPEN"), "OPEN", Set.of("CLOSED", "CANCELLED"));

    /** What each action does to the state of items that were there before; others leave states alone. */
    private static final Map<String, Set<String>> REACHED = Map.of(
            "COURSE_FIRED", Set.of("SENT"),
            "ITEM_MOVED", Set.of("PREPARING", "READY", "SERVED"),
            "ITEM_RECALLED", Set.of("PREPARING", "READY"),
            "ITEM_VOIDED", Set.of("VOIDED"),
            "CANCELLED", Set.of("VOIDED"));

    /** Closed orders may still be served. */
    private static final Set<String> AFTER_THE_END = Set.of("ITEM_MOVED", "ITEM_RECALLED");

    private static final Set<String> BRING_OLD_ITEMS = Set.of("MERGED", "SPLIT");

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        return evidence.orders().stream().flatMap(file -> {
            List<Step> steps = file.steps();
            return steps.stream().flatMap(step -> check(step).map(finding -> file + ", " + step + ": " + finding));
        });
    }

    private static Stream<String> check(Step step) {
        String was = step.before().status();
        String is = step.after().status();
        Stream<String> ended = is.equals(was)
                ? (was.equals("OPEN") || AFTER_THE_END.contains(step.action())
                        ? Stream.of()
                        : Stream.of("it was " + was + " already"))
                : (ORDER.getOrDefault(was, Set.of()).contains(is)
                        ? Stream.of()
                        : Stream.of("it went from " + was + " to " + is));
        return Stream.concat(ended, step.lines().flatMap(line -> check(step, line)));
    }

    private static Stream<String> check(Step step, Line line) {
        Line known = step.before().items().get(line.itemId());
        String was = known == null ? null : known.state();
        String told = step.stateBefore(line);
        if (!Objects.equals(was, told)) {
            return Stream.of("item " + line.itemId() + " was " + was + ", and the entry says " + told);
        }
        return was == null ? fresh(step, line) : moved(step, line, was);
    }

    private static Stream<String> fresh(Step step, Line line) {
        boolean fine =
                switch (line.state()) {
                    case "HELD", "SENT" -> !step.is("ITEM_VOIDED");
                    case "VOIDED" -> step.is("ITEM_VOIDED") || BRING_OLD_ITEMS.contains(step.action());
                    default -> BRING_OLD_ITEMS.contains(step.action());
                };
        return fine ? Stream.of() : Stream.of("item " + line.itemId() + " is new and " + line.state());
    }

    private static Stream<String> moved(Step step, Line line, String was) {
        Map<String, Set<String>> table = step.is("ITEM_RECALLED") ? RECALLED : FORWARD;
        boolean fine = line.state().equals(was)
                || (table.getOrDefault(was, Set.of()).contains(line.state())
                        && REACHED.getOrDefault(step.action(), Set.of()).contains(line.state()));
        return fine ? Stream.of() : Stream.of("item " + line.itemId() + " went from " + was + " to " + line.state());
    }
}
