package io.brigade.payments.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brigade.fiscal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalKeyTest {

    @TempDir
    Path folder;

    @Test
    void aMissingKeyIsSaidClearly() {
        assertThatThrownBy(() -> new JournalKey(config(null, null)))
                .hasMessageStartingWith("brigade.fiscal.signing-key is not set")
                .hasMessageContaining("nothing may be sold");
        Path nowhere = folder.resolve("nowhere.pem");
        assertThatThrownBy(() -> new JournalKey(config(nowhere, nowhere)))
                .hasMessage("brigade.fiscal.signing-key: " + nowhere + " can't be read.");
    }

    @Test
    void keysThatAreNoPairAreSaidClearly() throws IOException {
        Path one = write("one.pem", SigningKey.newPair().privatePem());
        Path other = write("other.pem", SigningKey.newPair().publicPem());

        assertThatThrownBy(() -> new JournalKey(config(one, other))).hasMessageContaining("no pair");
    }

    @Test
    void earlierKeysStayTrustedBesideTheOneThatSigns() throws IOException {
        SigningKey.NewPair earlier = SigningKey.newPair();
        SigningKey.NewPair now = SigningKey.newPair();
        Path privateKey = write("private.pem", now.privatePem());
        Path publicKeys = write("public.pem", earlier.publicPem() + now.publicPem());

        JournalKey key = new JournalKey(config(privateKey, publicKeys));

        assertThat(key.trusted().ids()).hasSize(2).contains(key.key().id());
        assertThat(key.trusted().signed(key.key().id(), "text", key.key().sign("text")))
                .isTrue();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static FiscalConfig config(Path privateKey, Path publicKey) {
        return new FiscalConfig() {
            @Override
            public Optional<Path> signingKey() {
                return Optional.ofNullable(privateKey);
            }

            @Override
            public Optional<Path> publicKey() {
                return Optional.ofNullable(publicKey);
            }

            @Override
            public Optional<Path> headsFolder() {
                return Optional.empty();
            }

            @Override
            public Optional<Set<Long>> trainingRestaurants() {
                return Optional.empty();
            }

            @Override
            public Duration verifyInterval() {
                return Duration.ofMinutes(5);
            }
        };
    }
}
