package io.brigade.local;

import java.util.List;
import java.util.Map;

/**
 * As what Prometheus scrapes a tool.
 *
 * @param name of the job in prometheus.yml, and of the file with its targets
 * @param labels one set for each time that it is to be scraped
 */
record ScrapeJob(String name, List<Map<String, String>> labels) {

    /** Scraped once, with nothing to add. */
    static ScrapeJob plain(String name) {
        return labelled(name, Map.of());
    }

    /** Scraped once, with these labels. */
    static ScrapeJob labelled(String name, Map<String, String> labels) {
        return new ScrapeJob(name, List.of(labels));
    }
}
