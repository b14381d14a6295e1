package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Values that programs trip over: at the edges of types, of unicode and of sizes. */
final class OddValues {

    /** Half of what the gateway lets through. */
    private static final int HUGE = 100_000;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\r\n",
            "0",
            "-1",
            "1e9",
            "NaN",
            "null",
            "true",
            "9223372036854775808",
            "\u0000",
            "a\u0000b",
            "\u0007\u001b[31m",
            "\ud83d\ude00\ud83c\uddeb\ud83c\uddf7", // smiling, and a flag of two characters
            "e\u0301\u0301\u0301", // more accents than fit
            "\u202eesrever", // from right to left
            "\ufeff\u200b\u00a0", // nothing to be seen
            "\ud800", // half a character
            "\ufffe\uffff",
            "' OR 1=1; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/x}",
            "../../etc/passwd",
            "=HYPERLINK(\"http://evil.example\")",
            "%s%n%x",
            "{{7*7}}",
            "2026-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01",
            "2026-11-23T25:61:61Z",
            "1000000000-01-01T00:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "{",
            "[]",
            "\"",
            "\\");

    private static final List<JsonNode> OTHERS = List.of(
            NullNode.getInstance(),
            BooleanNode.TRUE,
            BooleanNode.FALSE,
            IntNode.valueOf(0),
            IntNode.valueOf(-1),
            IntNode.valueOf(1),
            IntNode.valueOf(Integer.MAX_VALUE),
            IntNode.valueOf(Integer.MIN_VALUE),
            LongNode.valueOf(Integer.MAX_VALUE + 1L),
            LongNode.valueOf(Long.MAX_VALUE),
            LongNode.valueOf(Long.MIN_VALUE),
            BigIntegerNode.valueOf(BigInteger.ONE.shiftLeft(64)),
            BigIntegerNode.valueOf(BigInteger.TEN.pow(300)),
            DoubleNode.valueOf(0.5),
            DoubleNode.valueOf(-0.0),
            DoubleNode.valueOf(1e300),
            DoubleNode.valueOf(1.0),
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.arrayNode().addNull().addNull(),
            JsonNodeFactory.instance.arrayNode().add(1).add("1").add(true),
            JsonNodeFactory.instance.objectNode().put("", "").putNull("a"));

    private OddValues() {}

    static JsonNode any(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> TextNode.valueOf(huge(random));
            case 1 -> nested(1 + random.nextInt(900));
            case 2 -> many(random);
            case 3, 4, 5, 6, 7, 8, 9 -> TextNode.valueOf(text(random));
            default -> OTHERS.get(random.nextInt(OTHERS.size())).deepCopy();
        };
    }

    static String text(Random random) {
        return random.nextInt(12) == 0 ? anyCharacters(random) : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static String anyCharacters(Random random) {
        return random.ints(1 + random.nextInt(60), 0, Character.MAX_CODE_POINT + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String huge(Random random) {
        return List.of("x", "é", "\ud83d\ude00", "\u0000", " ")
                .get(random.nextInt(5))
                .repeat(HUGE / (1 + random.nextInt(400)));
    }

    /** Deeper than a parser that calls itself can go with a small stack. */
    private static JsonNode nested(int depth) {
        JsonNode node = IntNode.valueOf(1);
        for (int i = 0; i < depth; i++) {
            node = JsonNodeFactory.instance.arrayNode().add(node);
        }
        return node;
    }

    private static JsonNode many(Random random) {
        var array = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, 10_000).forEach(each -> array.add(random.nextInt()));
        return array;
    }
}
