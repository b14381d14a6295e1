package io.brigade.observability.promql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an expression, one after another. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^\\]:]+]|[a-zA-Z_:][a-zA-Z0-9_:]*|\\d+(?:\\.\\d+)?(?:e-?\\d+)?|=~|!~|==|!=|<=|>=|[-+*/%<>=(){},])");

    private final String expression;
    private final Matcher matcher;
    private String current;

    Tokens(String expression) {
        this.expression = expression.strip();
        this.matcher = TOKEN.matcher(this.expression);
        this.current = advance();
    }

    /** The word that comes next; empty at the end. */
    String peek() {
        return current;
    }

    String next() {
        var taken = current;
        current = advance();
        return taken;
    }

    boolean accept(String wanted) {
        if (!current.equals(wanted)) {
            return false;
        }
        next();
        return true;
    }

    void expect(String wanted) {
        if (!accept(wanted)) {
            throw unexpected("«" + wanted + "»");
        }
    }

    void expectEnd() {
        if (!current.isEmpty()) {
            throw unexpected("the end");
        }
    }

    boolean atNumber() {
        return !current.isEmpty() && Character.isDigit(current.charAt(0));
    }

    boolean atString() {
        return current.startsWith("\"");
    }

    String name() {
        if (current.isEmpty() || !(Character.isLetter(current.charAt(0)) || current.charAt(0) == '_')) {
            throw unexpected("a name");
        }
        return next();
    }

    String string() {
        if (!atString()) {
            throw unexpected("a string");
        }
        var quoted = next();
        return quoted.substring(1, quoted.length() - 1);
    }

    String range() {
        var bracketed = next();
        return bracketed.substring(1, bracketed.length() - 1);
    }

    private String advance() {
        if (matcher.regionStart() == expression.length()) {
            return "";
        }
        if (!matcher.lookingAt()) {
            throw unexpected("PromQL");
        }
        var token = matcher.group(1);
        matcher.region(matcher.end(), expression.length());
        return token;
    }

    private IllegalArgumentException unexpected(String wanted) {
        return new IllegalArgumentException(
                "expected %s at %d in %s".formatted(wanted, matcher.regionStart(), expression));
    }
}
