package io.brigade.staff.restaurant;

import io.brigade.platform.problem.ProblemException;
import io.brigade.staff.StaffProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the operator of the installation knows, and nobody who works in a restaurant. */
@ApplicationScoped
class SetupSecret {

    private final Optional<String> secret;

    @Inject
    SetupSecret(SetupConfig config) {
        this.secret = config.secret();
    }

    /** Fails with 403 for another one, for none, and while none is set. How long it takes tells nothing. */
    void require(@Nullable String sent) {
        if (sent == null || secret.isEmpty() || !MessageDigest.isEqual(bytes(sent), bytes(secret.get()))) {
            throw ProblemException.of(
                    StaffProblem.SETUP_REFUSED,
                    "Send the value of the setting brigade.setup.secret in the header Setup-Secret.");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
