package io.brigade.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} describes the codes that the documents name, and no other. */
class ProblemsPageTest {

    /** The first line below a heading: {@code `ORDER_CLOSED`, 409}. */
    private static final Pattern DESCRIBED =
            Pattern.compile("^### ([a-z-]+)\\n\\n`([A-Z_]+)`, (\\d{3})", Pattern.MULTILINE);

    /** Given where there is no operation, so no document can name it. */
    private static final Map<String, Integer> OF_NO_OPERATION = Map.of("METHOD_NOT_ALLOWED", 405);

    @Test
    void thePageDescribesEveryCodeThatAnOperationNames() throws IOException {
        Map<String, Integer> named = new TreeMap<>(Documents.problems());
        named.putAll(OF_NO_OPERATION);

        assertThat(page()).containsExactlyInAnyOrderEntriesOf(named);
    }

    private static Map<String, Integer> page() throws IOException {
        return DESCRIBED
                .matcher(Files.readString(Path.of("../docs/problems.md")))
                .results()
                .collect(Collectors.toMap(
                        ProblemsPageTest::code,
                        found -> Integer.valueOf(found.group(3)),
                        (one, _) -> one,
                        TreeMap::new));
    }

    /** A heading is the last part of the problem's type, so it follows from the code. */
    private static String code(MatchResult found) {
        assertThat(found.group(1))
                .isEqualTo(found.group(2).toLowerCase(Locale.ROOT).replace('_', '-'));
        return found.group(2);
    }
}
