package io.brigade.observability.grafana;

import io.brigade.observability.metrics.KnownMetrics;
import io.brigade.observability.metrics.MetricType;
import io.brigade.observability.metrics.PromisedMetric;
import io.brigade.observability.promql.Expression;
import io.brigade.observability.promql.Expression.Aggregation;
import io.brigade.observability.promql.Expression.Binary;
import io.brigade.observability.promql.Expression.Call;
import io.brigade.observability.promql.Expression.Selector;
import io.brigade.observability.promql.PromqlReader;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The mistakes that give a wrong number instead of an error. */
final class QueryRules {

    private static final Set<String> RATES = Set.of("rate", "increase");
    /** Follow the zoom or the time shown, except where a promise or a title names the window. */
    private static final Set<String> WINDOWS =
            Set.of("$__rate_interval", "$__range", "5m", "30m", "1h", "6h", "1d", "3d", "30d");

    private final KnownMetrics metrics;

    QueryRules(KnownMetrics metrics) {
        this.metrics = metrics;
    }

    Stream<String> complaints(String expression) {
        try {
            var tree = PromqlReader.read(expression);
            return tree.all().flatMap(part -> part(part, tree)).map(complaint -> complaint + ": " + expression);
        } catch (IllegalArgumentException unreadable) {
            return Stream.of("cannot be read: " + unreadable.getMessage());
        }
    }

    private Stream<String> part(Expression part, Expression whole) {
        return switch (part) {
            case Selector selector -> selector(selector, whole);
            case Call call -> call(call, whole);
            case Binary binary -> binary(binary);
            default -> Stream.empty();
        };
    }

    private Stream<String> selector(Selector selector, Expression whole) {
        var type = metrics.typeOf(selector.metric());
        var around = parent(selector, whole);
        return Stream.of(
                        when(type.isEmpty(), "asks for " + selector.metric() + ", which nobody serves"),
                        when(
                                type.equals(Optional.of(MetricType.COUNTER)) && !isOneOf(RATES, around),
                                "reads the counter " + selector.metric() + " without rate or increase"),
                        when(
                                type.equals(Optional.of(MetricType.GAUGE)) && isOneOf(RATES, around),
                                "takes the rate of " + selector.metric() + ", which is no counter"),
                        when(
                                PromisedMetric.SAME_ON_EVERY_INSTANCE.contains(selector.metric())
                                        && !isOneOf(Set.of("max"), around),
                                "must take the max of " + selector.metric() + ", which all instances report alike"),
                        when(
                                hasLabel(selector, "status") && !isOptional(selector, whole),
                                "has no answer while there is no such status: add «or»"),
                        selector.matchers().stream()
                                .filter(matcher -> Set.of("service", "instance").contains(matcher.label()))
                                .filter(matcher -> !matcher.value().equals("$" + matcher.label()))
                                .map(matcher -> "names a " + matcher.label() + " instead of its variable"),
                        when(
                                !selector.range().isEmpty() && !WINDOWS.contains(selector.range()),
                                "looks back over [" + selector.range() + "] instead of $__rate_interval or $__range"))
                .flatMap(complaints -> complaints);
    }

    private static Stream<String> call(Call call, Expression whole) {
        if (RATES.contains(call.function())) {
            return Stream.concat(
                    when(
                            !(call.arguments().getFirst() instanceof Selector),
                            "takes the " + call.function() + " of something already computed: sum the rates instead"),
                    when(
                            !isOneOf(Set.of("sum", "avg"), parent(call, whole)),
                            "has a " + call.function() + " that is not summed"));
        }
        return call.function().equals("histogram_quantile") ? quantile(call) : Stream.empty();
    }

    private static Stream<String> quantile(Call call) {
        return when(
                !(call.arguments().get(1) instanceof Aggregation sum
                        && sum.operator().equals("sum")
                        && sum.by().contains("le")),
                "takes a quantile of something else than a sum by le");
    }

    private static Stream<String> binary(Binary binary) {
        var left = labels(binary.left());
        var right = labels(binary.right());
        return when(
                binary.operator().equals("/") && left.isPresent() && right.isPresent() && !left.equals(right),
                "divides what is summed by other labels: " + left + " by " + right);
    }

    /** The labels that series are left with; empty for numbers and for what was never aggregated. */
    private static Optional<Set<String>> labels(Expression expression) {
        return switch (expression) {
            case Aggregation chosen
            when chosen.operator().equals("topk") -> labels(chosen.arguments().getLast());
            case Aggregation aggregation -> Optional.of(Set.copyOf(aggregation.by()));
            case Call call
            when !call.arguments().isEmpty() -> labels(call.arguments().getFirst());
            case Binary binary -> labels(binary.left()).or(() -> labels(binary.right()));
            default -> Optional.empty();
        };
    }

    private static boolean hasLabel(Selector selector, String label) {
        return selector.matchers().stream().anyMatch(matcher -> matcher.label().equals(label));
    }

    private static boolean isOptional(Expression part, Expression whole) {
        return whole.all()
                .anyMatch(each -> each instanceof Binary either
                        && either.operator().equals("or")
                        && either.left().all().anyMatch(inner -> inner == part));
    }

    private static Optional<Expression> parent(Expression part, Expression whole) {
        return whole.all()
                .filter(each -> each.parts().stream().anyMatch(inner -> inner == part))
                .findFirst();
    }

    private static boolean isOneOf(Set<String> functions, Optional<Expression> expression) {
        return expression
                .filter(each -> switch (each) {
                    case Call call -> functions.contains(call.function());
                    case Aggregation aggregation -> functions.contains(aggregation.operator());
                    default -> false;
                })
                .isPresent();
    }

    private static Stream<String> when(boolean wrong, String complaint) {
        return wrong ? Stream.of(complaint) : Stream.empty();
    }
}
