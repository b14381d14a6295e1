package io.brigade.payments.fiscal;

import io.brigade.fiscal.SigningKey;
import io.brigade.fiscal.TrustedKeys;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The key that signs the journal, read at start: without it nothing may be sold. */
@Startup
@ApplicationScoped
class JournalKey {

    /** So many signatures and the machine has compiled the arithmetic: a first one costs as much as hundreds. */
    private static final int WARM_UP = 200;

    private final SigningKey key;
    private final TrustedKeys trusted;

    @Inject
    JournalKey(FiscalConfig config) {
        String privatePem = text("brigade.fiscal.signing-key", config.signingKey());
        String publicPem = text("brigade.fiscal.public-key", config.publicKey());
        try {
            this.key = SigningKey.read(privatePem, publicPem);
            this.trusted = TrustedKeys.read(publicPem);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "The fiscal journal can't be signed with brigade.fiscal.signing-key and brigade.fiscal.public-key: "
                            + unusable.getMessage() + ".",
                    unusable);
        }
        for (int i = 0; i < WARM_UP; i++) {
            key.sign("warm-up");
        }
    }

    SigningKey key() {
        return key;
    }

    /** The public keys from outside the database. */
    TrustedKeys trusted() {
        return trusted;
    }

    private static String text(String setting, Optional<Path> file) {
        Path path = file.orElseThrow(() -> new IllegalStateException(setting
                + " is not set: without a key the fiscal journal can't be signed, and nothing may be sold. Name a PEM file"
                + " of an EC P-256 key pair."));
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new IllegalStateException(setting + ": " + path + " can't be read.", unreadable);
        }
    }
}
