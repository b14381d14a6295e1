package io.brigade.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSettingTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brigade.db.password",
                "brigade.db.migration-password",
                "brigade.pin.pepper",
                "brigade.erp.secret"
            })
    void secretsAreKnownByTheirNames(String name) {
        assertThat(SecretSetting.isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"brigade.db.user", "brigade.token.key-id", "quarkus.datasource.password", "brigade.redis.url"})
    void otherSettingsAreNoSecrets(String name) {
        assertThat(SecretSetting.isSecret(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "changeme",
                "Change-Me-Change-Me",
                "brigade",
                "test",
                "postgres",
                "secret-of-brigade-2026",
                "Brigade-Password-123456",
                "pepper-of-the-tests",
                "pepper-of-a-developer",
                "aaaaaaaaaaaaaaaaaaaaaaaa",
                "abcabcabcabcabcabcabcabc",
                "k3Jx9Qm2"
            })
    void whatEverybodyCouldGuessIsWeak(String value) {
        assertThat(SecretSetting.isWeak("brigade.pin.pepper", value)).isTrue();
    }

    @Test
    void randomSecretsAreNeverTakenForWeak() {
        IntStream.range(0, 20_000).forEach(round -> {
            byte[] bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            assertThat(SecretSetting.isWeak(
                            "brigade.db.password", HexFormat.of().formatHex(bytes)))
                    .isFalse();
            assertThat(SecretSetting.isWeak(
                            "brigade.db.password",
                            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                    .isFalse();
        });
    }

    @Test
    void ofAnAddressThePasswordInItCounts() {
        assertThat(SecretSetting.isWeak("brigade.redis.url", "redis://:redis@host:6379"))
                .isTrue();
        assertThat(SecretSetting.isWeak("brigade.redis.url", "redis://:9f8a6b1c2d3e4f5061728394a5b6c7d8@host:6379"))
                .isFalse();
        assertThat(SecretSetting.isWeak("brigade.redis.url", "redis://host:6379"))
                .isFalse();
        assertThat(SecretSetting.isWeak("brigade.orders.url", "http://gateway:8180"))
                .isFalse();
    }
}
