package io.brigade.observability.promql;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A PromQL expression as a tree. */
public sealed interface Expression {

    /** A number. */
    record Literal(double value) implements Expression {}

    /** A string among a function's arguments. */
    record Text(String value) implements Expression {}

    /** Series by name and labels; with a range such as {@code 5m}, or an empty one for the newest sample. */
    record Selector(String metric, List<Matcher> matchers, String range) implements Expression {}

    /** A function's result. */
    record Call(String function, List<Expression> arguments) implements Expression {}

    /** Many series made few; {@code by} holds the labels that are kept. */
    record Aggregation(String operator, Set<String> by, List<Expression> arguments) implements Expression {}

    /** Two expressions joined by an operator or by {@code and}, {@code or}, {@code unless}. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** A condition on a label. */
    record Matcher(String label, String operator, String value) {}

    /** What it is directly made of. */
    default List<Expression> parts() {
        return switch (this) {
            case Literal _, Text _, Selector _ -> List.of();
            case Call call -> call.arguments();
            case Aggregation aggregation -> aggregation.arguments();
            case Binary binary -> List.of(binary.left(), binary.right());
        };
    }

    /** It and all it is made of. */
    default Stream<Expression> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Expression::all));
    }
}
