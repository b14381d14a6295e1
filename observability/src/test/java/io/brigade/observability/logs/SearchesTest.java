package io.brigade.observability.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three searches that the reference names, in an index made from the shipped template. */
class SearchesTest {

    private static final Pipeline PIPELINE = new Pipeline(InstantSource.system());

    @TempDir
    static Path folder;

    private static LogStore store;

    @BeforeAll
    static void index() {
        store = LogStore.start(folder);
        store.index(List.of(
                line(3, "payment failed", 12, 78, Duration.ofMinutes(30)),
                line(3, "carte is away", 13, 79, Duration.ofMinutes(90)),
                line(4, "an error nearly", 12, 780, Duration.ofMinutes(5)),
                line(6, "payment captured", 12, 79, Duration.ofMinutes(1)),
                line(6, "order placed", 12, 78, Duration.ofHours(30)),
                line(6, "payment captured", 112, 787, Duration.ofMinutes(1))));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void errorsOfTheLastHour() {
        assertThat(messages("level: \"error\" AND timestamp:[now-1h TO now]")).containsExactly("payment failed");
    }

    @Test
    void everythingOfOneOrderOnWhateverDay() {
        assertThat(messages("order_id: 78")).containsExactlyInAnyOrder("payment failed", "order placed");
    }

    @Test
    void thePaymentsOfOnePerson() {
        assertThat(messages("user_id: 12 AND message: \"payment\""))
                .containsExactlyInAnyOrder("payment failed", "payment captured");
    }

    @Test
    void theEcsNamesFindTheSame() {
        assertThat(messages("log.level: error AND user.id: 12")).containsExactly("payment failed");
        assertThat(messages("service.name: orders AND service.node.name: \"orders-1\""))
                .hasSize(6);
    }

    @Test
    void aDayHasItsIndexAndTheLifecycleComponentIsAskedFor() {
        var indices = store.send("GET", "/_cat/indices/logs-restaurant-*?format=json", "");
        assertThat(indices.findValuesAsText("index"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(name -> name.matches("logs-restaurant-\\d{4}\\.\\d\\d\\.\\d\\d"));
        var template =
                store.send("GET", "/_index_template/logs-restaurant", "").at("/index_templates/0/index_template");
        assertThat(template.path("priority").asInt()).isEqualTo(500);
        assertThat(template.has("data_stream")).isFalse();
        assertThat(template.path("composed_of").toString()).contains("logs-restaurant-lifecycle");
    }

    @Test
    void unknownFieldsDoNotMakeTheMappingGrowAndAValueOfTheWrongTypeCostsOnlyItsField() {
        var before = fields();
        for (var number = 0; number < 50; number++) {
            var odd = line(6, "an odd line", 99, 1, Duration.ZERO);
            odd.put("unknown_" + number, "x").put("order_id", "seventy-eight").put("duration_ms", "long");
            store.index(List.of(odd));
        }

        assertThat(messages("message: odd")).hasSize(50);
        assertThat(messages("unknown_7: x")).isEmpty();
        assertThat(fields()).isEqualTo(before);
    }

    @Test
    void whatArrivedMalformedIsFoundByItsTagAndItsText() {
        store.index(List.of(PIPELINE.serviceLine("{\"short_message\":\"cut off in the".getBytes(UTF_8), "127.0.0.1")));

        assertThat(messages("tags: _jsonparsefailure AND message: \"cut off\"")).hasSize(1);
    }

    private static String fields() {
        return store.send("GET", "/logs-restaurant-*/_mapping", "")
                .findValues("properties")
                .toString();
    }

    private static List<String> messages(String words) {
        return store.search(words).stream()
                .map(document -> document.path("message").asText())
                .toList();
    }

    private static ObjectNode line(int level, String message, long user, long order, Duration ago) {
        var time = Instant.now().minus(ago).toEpochMilli() / 1000.0;
        var gelf = String.format(
                Locale.ROOT,
                "{\"version\":\"1.1\",\"host\":\"h\",\"short_message\":\"%s\",\"timestamp\":%.3f,\"level\":%d,"
                        + "\"_service\":\"orders\",\"_instance\":\"orders-1\",\"_user_id\":\"%d\",\"_order_id\":\"%d\"}",
                message,
                time,
                level,
                user,
                order);
        return PIPELINE.serviceLine(gelf.getBytes(UTF_8), "127.0.0.1");
    }
}
