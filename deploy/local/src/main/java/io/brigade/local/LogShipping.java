package io.brigade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Whether and where logs are sent. What was said at one {@code up} holds until {@code down}, so that mending the suite from
 * a shell without BRIGADE_LOGSTASH does not end it; {@code BRIGADE_LOGSTASH=none} does.
 */
final class LogShipping {

    private static final String VARIABLE = "BRIGADE_LOGSTASH";
    private static final String NONE = "none";

    private final SuiteConfig config;
    private final Path remembered;

    LogShipping(SuiteConfig config, StateFolder state) {
        this.config = config;
        this.remembered = state.run().resolve("logstash");
    }

    /** Where to, now. */
    Optional<LogstashAddress> target() {
        return setting().filter(value -> !value.equals(NONE)).map(LogstashAddress::parse);
    }

    /** Keeps what was said, for programs to whom nothing is said. */
    void remember() {
        config.variable(VARIABLE).ifPresent(value -> {
            target(); // complains about what cannot be kept
            try {
                Files.writeString(remembered, value.strip());
            } catch (IOException e) {
                throw new SuiteException("Cannot write " + remembered + ".", e);
            }
        });
    }

    void forget() {
        try {
            Files.deleteIfExists(remembered);
        } catch (IOException e) {
            throw new SuiteException("Cannot remove " + remembered + ".", e);
        }
    }

    /** The settings of services; none when nothing is sent. */
    Map<String, String> ofServices() {
        return target().map(logstash -> Map.of(
                        "QUARKUS_LOG_HANDLER_GELF_ENABLED", "true",
                        "QUARKUS_LOG_HANDLER_GELF_HOST", logstash.host(),
                        "QUARKUS_LOG_HANDLER_GELF_PORT", Integer.toString(logstash.port())))
                .orElseGet(Map::of);
    }

    private Optional<String> setting() {
        return config.variable(VARIABLE).map(String::strip).or(this::remembered);
    }

    private Optional<String> remembered() {
        try {
            return Files.exists(remembered) ? Optional.of(Files.readString(remembered)) : Optional.empty();
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + remembered + ".", e);
        }
    }
}
