package io.brigade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in {@code ${NAME}}, upper case only: what NGINX calls {@code $name} is left alone. */
final class Templates {

    private static final String SUFFIX = ".template";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    private Templates() {}

    /** All templates of the folder by their names without the suffix; a placeholder without a value is an error. */
    static Map<String, String> render(Path folder, Map<String, String> values) {
        var rendered = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                var name = file.getFileName().toString();
                rendered.put(
                        name.substring(0, name.length() - SUFFIX.length()),
                        render(name, Files.readString(file), values));
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot read the templates in " + folder + ".", e);
        }
        return rendered;
    }

    private static String render(String name, String template, Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> {
            var value = values.get(match.group(1));
            if (value == null) {
                throw new SuiteException(name + " asks for ${" + match.group(1) + "}, which nobody sets.");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
