package io.brigade.staff.auth;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes and checks PINs, off the event loop. Four digits are quickly tried against any hash, so the PIN is first mixed
 * with a secret that is not in the database (a pepper, OWASP Password Storage Cheat Sheet).
 *
 * <p>Made at start: the first hash of a young machine takes seconds, and whoever asked for it would wait on the event loop.
 */
@Startup
@ApplicationScoped
public class PinHasher {

    private static final String HMAC = "HmacSHA256";

    private final Vertx vertx;
    private final int cost;
    private final SecretKeySpec pepper;
    private final String nobodysHash;

    @Inject
    PinHasher(Vertx vertx, AuthConfig config) {
        this.vertx = vertx;
        this.cost = config.pin().bcryptCost();
        this.pepper = new SecretKeySpec(config.pin().pepper().getBytes(StandardCharsets.UTF_8), HMAC);
        this.nobodysHash = BcryptUtil.bcryptHash(peppered("nobody"), cost);
    }

    /** A salted hash; the same PIN never gives the same one twice. */
    public Uni<String> hash(String pin) {
        return vertx.executeBlocking(() -> BcryptUtil.bcryptHash(peppered(pin), cost), false);
    }

    /** Whether the PIN is the one that was hashed. */
    Uni<Boolean> matches(String pin, String hash) {
        return vertx.executeBlocking(() -> BcryptUtil.matches(peppered(pin), hash), false);
    }

    /** Takes as long as a check, so that an unknown code can't be told from a wrong PIN by the clock. */
    Uni<Boolean> matchNobody(String pin) {
        return matches(pin, nobodysHash).replaceWith(false);
    }

    /**
     * The same for the same PIN, and nothing that a PIN could be guessed from without the pepper: for what only has to be
     * compared, such as the hash of a request.
     */
    public String peppered(String pin) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(pepper);
            return Base64.getEncoder().encodeToString(mac.doFinal(pin.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
