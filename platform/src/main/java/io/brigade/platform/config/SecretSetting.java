package io.brigade.platform.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which settings are secrets, told from their names alone, and which values keep nobody out. */
public final class SecretSetting {

    private static final Pattern SECRET = Pattern.compile("brigade\\.(?:.*[.-])?(?:password|secret|pepper)");
    private static final Pattern MAY_HOLD_PASSWORD = Pattern.compile("brigade\\.(?:.*[.-])?url");
    private static final Pattern SECRET_FILE = Pattern.compile("brigade\\.(?:.*[.-])?(?:private|signing)-key");

    private static final int LEAST_CHARACTERS = 16;
    private static final int LEAST_DIFFERENT = 8;

    /** Longest first, so that what is taken out leaves no half of another behind. */
    private static final Pattern KNOWN_WORDS = Pattern.compile("""
            change[-_. ]?me|mot[-_. ]?de[-_. ]?passe|development|developer|restaurant|password|passwort|database|\
            postgres|qwerty|azerty|brigade|default|example|payments|pepper|secret|orders|admin|redis|tests|staff|\
            local|token|demo|menu|test|pass|0*123456789?0?|(?:19|20)\\d\\d""", Pattern.CASE_INSENSITIVE);

    private SecretSetting() {}

    /** Whether the setting's value is a secret. */
    public static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    /** Whether the setting's value is an address that may have a password in it. */
    public static boolean mayHoldPassword(String name) {
        return MAY_HOLD_PASSWORD.matcher(name).matches();
    }

    /** Whether the setting names a file whose content is a secret. */
    public static boolean namesSecretFile(String name) {
        return SECRET_FILE.matcher(name).matches();
    }

    /** Whether others could guess the value: too short, too regular, or made of words that everybody tries first. */
    public static boolean isWeak(String name, String value) {
        return secretsIn(name, value).anyMatch(SecretSetting::isGuessable);
    }

    private static Stream<String> secretsIn(String name, String value) {
        if (isSecret(name)) {
            return Stream.of(value);
        }
        return mayHoldPassword(name)
                ? List.of(value.split(",")).stream().flatMap(url -> password(url).stream())
                : Stream.empty();
    }

    private static Optional<String> password(String url) {
        try {
            return Optional.ofNullable(URI.create(url.strip()).getUserInfo())
                    .map(user -> user.substring(user.indexOf(':') + 1));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isGuessable(String secret) {
        String own = KNOWN_WORDS.matcher(secret.toLowerCase(Locale.ROOT)).replaceAll("");
        return own.length() < LEAST_CHARACTERS || own.chars().distinct().count() < LEAST_DIFFERENT;
    }
}
