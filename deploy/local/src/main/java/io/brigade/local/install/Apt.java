package io.brigade.local.install;

import io.brigade.local.SuiteException;
import io.brigade.local.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Installs Debian packages without letting their own services start: the suite runs its own, elsewhere. */
final class Apt {

    private static final Map<String, String> QUIET = Map.of("DEBIAN_FRONTEND", "noninteractive");
    private static final Path CLUSTER_DEFAULTS = Path.of("/etc/postgresql-common/createcluster.conf");

    private Apt() {}

    static void install(List<String> packages) {
        try (var _ = ServiceStartGuard.engage()) {
            if (packages.contains(Requirement.POSTGRESQL.debianPackage())) {
                get(List.of("postgresql-common"));
                withoutDefaultCluster(() -> get(packages));
            } else {
                get(packages);
            }
        }
    }

    /** Package lists may be missing or old: they are fetched when the first attempt fails, not each time. */
    private static void get(List<String> packages) {
        if (!attempt(packages).ok()) {
            Shell.run(QUIET, List.of("apt-get", "update", "-q")).orFail("apt-get update failed");
            attempt(packages).orFail("apt-get install " + String.join(" ", packages) + " failed");
        }
    }

    private static Shell.Result attempt(List<String> packages) {
        var command = new ArrayList<>(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends"));
        command.addAll(packages);
        return Shell.run(QUIET, command);
    }

    /** Debian makes a cluster on port 5432 at installation unless told not to; its setting is put back afterwards. */
    private static void withoutDefaultCluster(Runnable installation) {
        try {
            if (!Files.exists(CLUSTER_DEFAULTS)) {
                installation.run();
                return;
            }
            var original = Files.readString(CLUSTER_DEFAULTS);
            Files.writeString(CLUSTER_DEFAULTS, original + "\ncreate_main_cluster = false\n");
            try {
                installation.run();
            } finally {
                Files.writeString(CLUSTER_DEFAULTS, original);
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot change " + CLUSTER_DEFAULTS + ".", e);
        }
    }
}
