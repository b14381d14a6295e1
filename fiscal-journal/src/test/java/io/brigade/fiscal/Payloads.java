package io.brigade.fiscal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Any content that an entry can have. */
final class Payloads {

    private static final long GREATEST = (1L << 53) - 1;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Payloads() {}

    static Arbitrary<JsonNode> any() {
        return Arbitraries.lazyOf(
                () -> texts().map(NODES::textNode),
                () -> integers().map(NODES::numberNode),
                () -> Arbitraries.of(true, false).map(NODES::booleanNode),
                () -> Arbitraries.just(NODES.nullNode()),
                () -> any().list().ofMaxSize(3).map(values -> NODES.arrayNode().addAll(values)),
                () -> Arbitraries.maps(texts(), any()).ofMaxSize(3).map(fields -> {
                    ObjectNode node = NODES.objectNode();
                    fields.forEach(node::set);
                    return node;
                }));
    }

    static Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(12).map(text -> text.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    static Arbitrary<Long> integers() {
        return Arbitraries.longs().between(-GREATEST, GREATEST);
    }
}
