package io.brigade.observability.promql;

import io.brigade.observability.promql.Expression.Aggregation;
import io.brigade.observability.promql.Expression.Binary;
import io.brigade.observability.promql.Expression.Call;
import io.brigade.observability.promql.Expression.Literal;
import io.brigade.observability.promql.Expression.Matcher;
import io.brigade.observability.promql.Expression.Selector;
import io.brigade.observability.promql.Expression.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A recursive-descent reader; anything that it does not know is an error with its place, never guessed. */
public final class PromqlReader {

    private static final Set<String> AGGREGATIONS =
            Set.of("sum", "min", "max", "avg", "count", "topk", "bottomk", "stddev", "quantile", "group");
    /** Weakest first (Prometheus documentation, "Binary operator precedence"). */
    private static final List<Set<String>> PRECEDENCE = List.of(
            Set.of("or"),
            Set.of("and", "unless"),
            Set.of("==", "!=", "<=", "<", ">=", ">"),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    private static final Set<String> MATCHING = Set.of("on", "ignoring", "group_left", "group_right");

    private final Tokens tokens;

    private PromqlReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The expression's tree.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    public static Expression read(String expression) {
        var reader = new PromqlReader(new Tokens(expression));
        var tree = reader.binary(0);
        reader.tokens.expectEnd();
        return tree;
    }

    private Expression binary(int level) {
        if (level == PRECEDENCE.size()) {
            return operand();
        }
        var left = binary(level + 1);
        while (PRECEDENCE.get(level).contains(tokens.peek())) {
            var operator = tokens.next();
            skipMatching();
            left = new Binary(operator, left, binary(level + 1));
        }
        return left;
    }

    private void skipMatching() {
        while (MATCHING.contains(tokens.peek()) || tokens.peek().equals("bool")) {
            if (!tokens.next().equals("bool") && tokens.peek().equals("(")) {
                labels();
            }
        }
    }

    private Expression operand() {
        if (tokens.accept("(")) {
            var inner = binary(0);
            tokens.expect(")");
            return inner;
        }
        if (tokens.atString()) {
            return new Text(tokens.string());
        }
        if (tokens.atNumber()) {
            return new Literal(Double.parseDouble(tokens.next()));
        }
        var name = tokens.name();
        if (AGGREGATIONS.contains(name)) {
            return aggregation(name);
        }
        return tokens.peek().equals("(") ? new Call(name, arguments()) : selector(name);
    }

    private Aggregation aggregation(String operator) {
        var by = by();
        var arguments = arguments();
        return new Aggregation(operator, by.isEmpty() ? by() : by, arguments);
    }

    private Set<String> by() {
        return tokens.accept("by") ? labels() : Set.of();
    }

    private Set<String> labels() {
        var labels = new LinkedHashSet<String>();
        tokens.expect("(");
        while (!tokens.accept(")")) {
            labels.add(tokens.name());
            tokens.accept(",");
        }
        return labels;
    }

    private List<Expression> arguments() {
        var arguments = new ArrayList<Expression>();
        tokens.expect("(");
        while (!tokens.accept(")")) {
            arguments.add(binary(0));
            tokens.accept(",");
        }
        return arguments;
    }

    private Selector selector(String metric) {
        var matchers = new ArrayList<Matcher>();
        if (tokens.accept("{")) {
            while (!tokens.accept("}")) {
                matchers.add(new Matcher(tokens.name(), tokens.next(), tokens.string()));
                tokens.accept(",");
            }
        }
        return new Selector(metric, matchers, tokens.peek().startsWith("[") ? tokens.range() : "");
    }
}
