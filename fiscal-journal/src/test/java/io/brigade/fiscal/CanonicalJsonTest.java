package io.brigade.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalJsonTest {

    /** The example of RFC 8785 section 3.2.2, its fractions left out. */
    @Example
    void itIsTheOneSpellingOfTheRfc() {
        String json =
                "{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\", \"numbers\": [ 333, -0 ],"
                        + " \"literals\": [null, true, false]}";

        assertThat(CanonicalJson.of(CanonicalJson.read(json)))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333,0],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** Section 3.2.3: by UTF-16 code units, so that an emoji comes before U+FB33. */
    @Example
    void fieldsAreSortedAsTheRfcDoes() {
        String json =
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";

        assertThat(CanonicalJson.of(CanonicalJson.read(json)))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Example
    void whatHasMoreThanOneSpellingIsRefused() {
        for (String json : List.of("1.5", "1e3", "9007199254740993", "{\"a\":0.0}", "123456789012345678901")) {
            JsonNode node = CanonicalJson.read(json);
            assertThatThrownBy(() -> CanonicalJson.of(node)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String json : List.of("{\"a\":1,\"a\":2}", "{", "{} x", "")) {
            assertThatThrownBy(() -> CanonicalJson.of(CanonicalJson.read(json)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> CanonicalJson.utf8("\ud83d")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void whatIsReadAgainIsTheSame(@ForAll("values") JsonNode value) {
        String canonical = CanonicalJson.of(value);

        assertThat(CanonicalJson.of(CanonicalJson.read(canonical))).isEqualTo(canonical);
        assertThat(CanonicalJson.read(canonical).toString())
                .isEqualTo(sorted(value).toString());
    }

    @Property(tries = 300)
    void theOrderOfFieldsDoesNotMatter(@ForAll("maps") Map<String, Long> fields, @ForAll long seed) {
        List<String> names = new ArrayList<>(fields.keySet());
        Collections.shuffle(names, new Random(seed));
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        fields.forEach(one::put);
        ObjectNode other = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> other.put(name, fields.get(name)));

        assertThat(CanonicalJson.of(one)).isEqualTo(CanonicalJson.of(other));
    }

    private static JsonNode sorted(JsonNode value) {
        return CanonicalJson.read(CanonicalJson.of(value));
    }

    @Provide
    Arbitrary<Map<String, Long>> maps() {
        return Arbitraries.maps(texts(), integers()).ofMaxSize(8);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return Payloads.any();
    }

    private static Arbitrary<String> texts() {
        return Payloads.texts();
    }

    private static Arbitrary<Long> integers() {
        return Payloads.integers();
    }
}
