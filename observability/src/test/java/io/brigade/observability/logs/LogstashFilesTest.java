package io.brigade.observability.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Logstash's files and the index agree, and ask for nothing that the default distribution lacks. */
class LogstashFilesTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
    private static final Pattern PLUGIN = Pattern.compile("(?m)^ {2,4}([a-z]+) \\{$");
    private static final Pattern FIELD_MADE = Pattern.compile("=> \"(\\[[a-z_\\]\\[]+])\"");

    @Test
    void onlyPluginsOfTheDefaultDistributionAreUsed() {
        assertThat(found(PLUGIN, pipeline()))
                .isEqualTo(Set.of("gelf", "udp", "mutate", "json", "date", "ruby", "elasticsearch"));
    }

    @Test
    void bracesAndBracketsAreClosed() {
        for (var file : List.of("10-inputs", "20-filters", "90-output")) {
            var text = file(file);
            assertThat(count(text, '{')).as(file).isEqualTo(count(text, '}'));
            assertThat(count(text, '[')).as(file).isEqualTo(count(text, ']'));
        }
    }

    @Test
    void everyFieldThatThePipelineMakesIsInTheIndex() throws IOException {
        var mapping = new ObjectMapper()
                .readTree(LogStore.shipped("elasticsearch/index-template.json"))
                .at("/template/mappings");

        var fields = found(FIELD_MADE, pipeline());
        assertThat(fields).contains("[service][name]", "[trace][id]", "[http][response][status_code]");
        assertThat(fields)
                .allSatisfy(
                        field -> assertThat(mapped(mapping, field)).as(field).isTrue());
    }

    @Test
    void theIndexIsDailyAndNoDataStream() {
        assertThat(pipeline())
                .contains("index => \"logs-restaurant-%{+YYYY.MM.dd}\"")
                .contains("data_stream => \"false\"")
                .contains("manage_template => false");
    }

    @Test
    void whatElasticsearchRefusesIsKept() throws IOException {
        assertThat(YAML.readTree(LogStore.shipped("logstash/config/logstash.yml"))
                        .path("dead_letter_queue.enable")
                        .asBoolean())
                .isTrue();
        var pipelines = YAML.readTree(LogStore.shipped("logstash/config/pipelines.yml"));
        assertThat(pipelines).hasSize(1);
        assertThat(pipelines.path(0).path("pipeline.ecs_compatibility").asText())
                .isEqualTo("v8");
        assertThat(pipelines.path(0).path("queue.type").asText()).isEqualTo("persisted");
    }

    @Test
    void servicesSendChunksThatLogstashReadsWhole() {
        var settings = LogStore.shipped("../platform/src/main/resources/META-INF/microprofile-config.properties");
        var size = Pattern.compile("(?m)^quarkus\\.log\\.handler\\.gelf\\.maximum-message-size=(\\d+)$")
                .matcher(settings);

        assertThat(size.find()).isTrue();
        assertThat(Integer.parseInt(size.group(1)) + 12).isLessThanOrEqualTo(GelfDecoder.LONGEST_DATAGRAM);
    }

    private static boolean mapped(JsonNode mapping, String field) {
        var at = mapping;
        for (var name : field.substring(1, field.length() - 1).split("]\\[", -1)) {
            at = at.path("properties").path(name);
        }
        return at.has("type");
    }

    private static String pipeline() {
        return Stream.of("10-inputs", "20-filters", "90-output")
                .map(LogstashFilesTest::file)
                .collect(Collectors.joining("\n"));
    }

    private static String file(String name) {
        return COMMENT.matcher(LogStore.shipped("logstash/pipeline/" + name + ".conf"))
                .replaceAll("");
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static long count(String text, char character) {
        return text.chars().filter(each -> each == character).count();
    }
}
