package io.brigade.configuration;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Where settings are declared. */
public enum Module {
    /** What every service has. */
    PLATFORM("platform", "META-INF/microprofile-config.properties"),
    /** The carte. */
    MENU("menu-service", "application.properties"),
    /** Orders. */
    ORDERS("orders-service", "application.properties"),
    /** Payments. */
    PAYMENTS("payments-service", "application.properties"),
    /** Staff. */
    STAFF("staff-service", "application.properties");

    private final String folder;
    private final String properties;

    Module(String folder, String properties) {
        this.folder = folder;
        this.properties = properties;
    }

    /** All but the platform. */
    public static List<Module> services() {
        return Arrays.stream(values()).filter(module -> module != PLATFORM).toList();
    }

    /** Name of the folder, and of the part of the page. */
    public String folder() {
        return folder;
    }

    Path sources(Path repository) {
        return repository.resolve(folder).resolve("src/main/java");
    }

    Path properties(Path repository) {
        return repository.resolve(folder).resolve("src/main/resources").resolve(properties);
    }
}
