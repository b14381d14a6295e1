package io.brigade.payments.fiscal;

import io.brigade.fiscal.SigningKey;
import io.brigade.fiscal.TrustedKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The key pair that signs the tests' journal, and the folder of its heads; one test that names it is enough for all. */
public class FiscalKeys implements QuarkusTestResourceLifecycleManager {

    private static final SigningKey.NewPair PAIR = SigningKey.newPair();
    private static Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("fiscal");
            Files.writeString(folder.resolve("private.pem"), PAIR.privatePem());
            Files.writeString(folder.resolve("public.pem"), PAIR.publicPem());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.of(
                "brigade.fiscal.signing-key", folder.resolve("private.pem").toString(),
                "brigade.fiscal.public-key", folder.resolve("public.pem").toString(),
                "brigade.fiscal.heads-folder", heads().toString(),
                "brigade.fiscal.training-restaurants", "77");
    }

    @Override
    public void stop() {}

    static Path heads() {
        return folder.resolve("heads");
    }

    static TrustedKeys trusted() {
        return TrustedKeys.read(PAIR.publicPem());
    }

    static SigningKey key() {
        return SigningKey.read(PAIR.privatePem(), PAIR.publicPem());
    }
}
