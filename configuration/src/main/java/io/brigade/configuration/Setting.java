package io.brigade.configuration;

import io.brigade.platform.config.SecretSetting;
import java.util.Locale;
import java.util.Optional;

/**
 * One setting, as an interface declares it.
 *
 * @param module who reads it
 * @param name such as {@code brigade.db.host}; ends in {@code .*} where any key may follow
 * @param optional whether the service does without
 * @param codeDefault the value where no file has one
 * @param meaning its Javadoc as Markdown
 */
public record Setting(Module module, String name, boolean optional, Optional<String> codeDefault, String meaning) {

    private static final String ANY = ".*";

    /** Whether the part behind the last dot is any key. */
    public boolean isMap() {
        return name.endsWith(ANY);
    }

    /** Whether its value is a secret. */
    public boolean isSecret() {
        return SecretSetting.isSecret(name);
    }

    /** Whether it names a file whose content is a secret. */
    public boolean namesSecretFile() {
        return SecretSetting.namesSecretFile(name);
    }

    /** The environment variable that sets it. */
    public String variable() {
        return variable(name);
    }

    /** The environment variable that sets the setting of that name (MicroProfile Config 3.1, section 5.3.1). */
    public static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9*]", "_");
    }

    /** Whether that name is of this setting. */
    public boolean covers(String otherName) {
        return isMap() ? otherName.startsWith(name.substring(0, name.length() - 1)) : otherName.equals(name);
    }
}
