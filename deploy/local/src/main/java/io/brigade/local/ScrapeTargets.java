package io.brigade.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Where Prometheus finds what it watches: one file per job, which it reads again whenever it changes. They are written
 * here because only the suite knows its ports; everything else about a job stands in prometheus.yml.
 */
final class ScrapeTargets {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(Feature.MINIMIZE_QUOTES)
            .disable(Feature.WRITE_DOC_START_MARKER)
            .build();

    private final SuiteConfig config;
    private final InstanceCounts counts;

    ScrapeTargets(SuiteConfig config, InstanceCounts counts) {
        this.config = config;
        this.counts = counts;
    }

    /**
     * Addresses that share their labels.
     *
     * @param targets host and port
     * @param labels what is added to everything scraped there
     */
    private record Group(List<String> targets, Map<String, String> labels) {}

    /** Writes the files, for the services and for the tools that run here. */
    void write(Path folder, List<MonitoringTool> tools) {
        var jobs = new TreeMap<String, List<Group>>(Map.of("api-backend", services()));
        for (var tool : tools) {
            var groups = jobs.computeIfAbsent(tool.job().name(), _ -> new ArrayList<>());
            tool.job().labels().forEach(labels -> groups.add(group(List.of(tool.address()), labels)));
        }
        jobs.forEach((job, groups) -> MonitoringTool.write(folder, job + ".yml", text(groups)));
    }

    private List<Group> services() {
        return Arrays.stream(ServiceName.values())
                .map(service -> group(instances(service), Map.of("service", service.lower())))
                .toList();
    }

    private List<String> instances(ServiceName service) {
        return IntStream.rangeClosed(1, counts.of(service))
                .mapToObj(number -> "127.0.0.1:" + config.ports().management(service, number))
                .toList();
    }

    private static Group group(List<String> targets, Map<String, String> labels) {
        return new Group(targets, new TreeMap<>(labels));
    }

    private static String text(List<Group> groups) {
        try {
            return YAML.writeValueAsString(groups);
        } catch (JsonProcessingException e) {
            throw new SuiteException("Cannot write Prometheus' targets.", e);
        }
    }
}
