package io.brigade.configuration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of docs/configuration.md. What people wrote around them stays. */
final class Page {

    private static final Pattern WHOLLY_ANOTHER = Pattern.compile("^\\$\\{([^}]+)}$");

    private final Settings settings;

    Page(Settings settings) {
        this.settings = settings;
    }

    /** The page with all its tables made anew. */
    String renew(String page) {
        String renewed = page;
        for (Module module : Module.values()) {
            Pattern part = Pattern.compile(
                    "(?s)(<!-- settings of " + module.folder() + " -->\n).*?(<!-- end of settings -->)");
            Matcher found = part.matcher(renewed);
            if (!found.find()) {
                throw new IllegalStateException("The page has no place for the settings of " + module.folder());
            }
            renewed = found.replaceFirst("$1" + Matcher.quoteReplacement(table(module)) + "$2");
        }
        return renewed;
    }

    private String table(Module module) {
        return settings.of(module).stream()
                .map(this::row)
                .collect(Collectors.joining(
                        "\n", "| Setting | Variable | Default | Meaning |\n|---|---|---|---|\n", "\n"));
    }

    private String row(Setting setting) {
        return "| `%s` | `%s` | %s | %s |"
                .formatted(
                        setting.name(),
                        setting.variable(),
                        value(setting),
                        setting.meaning().replace("|", "\\|"));
    }

    private String value(Setting setting) {
        String value = setting.isMap() ? entries(setting) : single(setting);
        if (setting.isSecret()) {
            return value + ", **secret**";
        }
        return setting.namesSecretFile() ? value + ", **the file is secret**" : value;
    }

    private String entries(Setting setting) {
        return settings.entries(setting).entrySet().stream()
                .map(entry -> entry.getKey() + " `" + entry.getValue() + "`")
                .collect(Collectors.joining(", "));
    }

    private String single(Setting setting) {
        return (setting.module() == Module.PLATFORM
                        ? ofEveryService(setting)
                        : settings.inProduction(setting, setting.module()).map(Page::code))
                .orElse(setting.optional() ? "–" : "none");
    }

    /** What the services have in common stands once, what differs once for each. */
    private Optional<String> ofEveryService(Setting setting) {
        String values = Module.services().stream()
                .flatMap(service -> settings.inProduction(setting, service).stream())
                .map(Page::code)
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(values).filter(text -> !text.isEmpty());
    }

    /** A value that is another setting's is shown by that one's name. */
    private static String code(String value) {
        return "`" + WHOLLY_ANOTHER.matcher(value).replaceFirst("$1") + "`";
    }
}
