package io.brigade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many instances of each service belong to the suite: as configured, unless the service was scaled since. */
final class InstanceCounts {

    private final SuiteConfig config;
    private final Path folder;

    InstanceCounts(SuiteConfig config, StateFolder state) {
        this.config = config;
        this.folder = state.run();
    }

    int of(ServiceName service) {
        if (config.everyInstance()) {
            return SuiteConfig.MOST_INSTANCES;
        }
        try {
            return Files.exists(file(service))
                    ? Integer.parseInt(Files.readString(file(service)).strip())
                    : config.instances();
        } catch (IOException | NumberFormatException e) {
            throw new SuiteException("Cannot read " + file(service) + ".", e);
        }
    }

    /** Holds until it is set again, also for programs that start later. */
    void set(ServiceName service, int count) {
        SuiteConfig.requirePossible("The number of instances", count);
        MonitoringTool.write(folder, file(service).getFileName().toString(), Integer.toString(count));
    }

    private Path file(ServiceName service) {
        return folder.resolve(service.lower() + ".instances");
    }
}
