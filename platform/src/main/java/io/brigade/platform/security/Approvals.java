package io.brigade.platform.security;

import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Work;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtContext;

/**
 * Approvals: tokens that staff-service signs when a manager types a PIN on somebody else's device. Audience and type
 * ({@code typ}, RFC 8725 section 3.11) are their own, so that they never pass for access tokens, nor these for them.
 */
@ApplicationScoped
public class Approvals {

    /** Audience of approvals. */
    public static final String AUDIENCE = "brigade-approval";
    /** Type of approvals, in the token's header. */
    public static final String TYPE = "approval+jwt";

    private static final StepLog LOG = StepLog.of(Approvals.class);

    private static final String USE = """
            INSERT INTO approvals_used (approval_id, staff_id, expires_at)
            VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING""";

    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();
    private final JWTAuthContextInfo trusted;

    @Inject
    Approvals(JWTAuthContextInfo accessTokens) {
        trusted = new JWTAuthContextInfo(accessTokens); // same keys, algorithm and issuer
        trusted.setExpectedAudience(Set.of(AUDIENCE));
        trusted.setRequiredClaims(Set.of(
                "sub", "jti", Claim.NAME, Claim.RESTAURANT_ID, Claim.ACTION, Claim.ORDER_ID, Claim.REQUESTED_BY));
    }

    /**
     * Verifies that the token approves this action on this order for this caller. Call it where the action runs, not
     * before: an action that is only told again needs no approval any more.
     *
     * @throws ProblemException 403 when it does not; the log says why, the answer does not
     */
    public Approval check(String token, ApprovalAction action, long orderId, Caller caller) {
        try {
            JwtContext approval = parser.parse(token, trusted);
            if (!TYPE.equals(approval.getJoseObjects().getFirst().getHeader("typ"))
                    || !isFor(approval.getJwtClaims(), action, orderId, caller)) {
                throw refused("it is for something else");
            }
            return read(approval.getJwtClaims());
        } catch (ParseException unverified) {
            throw refused(reason(unverified));
        } catch (MalformedClaimException | NumberFormatException senseless) {
            throw refused(String.valueOf(senseless.getMessage()));
        }
    }

    /**
     * Uses the approval up, in the transaction of the action that it approves: both commit or neither.
     *
     * @return fails with 403 when it was used before
     */
    public Uni<Void> use(Work work, Approval approval) {
        return work.update(
                        USE,
                        List.of(
                                approval.id(),
                                approval.staffId(),
                                approval.expiresAt().atOffset(ZoneOffset.UTC)))
                .invoke(used -> {
                    if (used == 0) {
                        throw refused("it was used before");
                    }
                })
                .replaceWithVoid();
    }

    private static boolean isFor(JwtClaims claims, ApprovalAction action, long orderId, Caller caller)
            throws MalformedClaimException {
        return number(claims, Claim.RESTAURANT_ID) == caller.restaurantId()
                && number(claims, Claim.REQUESTED_BY) == caller.staffId()
                && number(claims, Claim.ORDER_ID) == orderId
                && claims.getStringClaimValue(Claim.ACTION).equals(action.name());
    }

    private static Approval read(JwtClaims claims) throws MalformedClaimException {
        return new Approval(
                claims.getJwtId(),
                Long.parseLong(claims.getSubject()),
                claims.getStringClaimValue(Claim.NAME),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    private static long number(JwtClaims claims, String claim) throws MalformedClaimException {
        return claims.getClaimValue(claim, Number.class).longValue();
    }

    /** Never the parser's message: it may quote the token. */
    private static String reason(ParseException unverified) {
        return unverified.getCause() instanceof InvalidJwtException invalid && invalid.hasExpired()
                ? "it has expired"
                : "it cannot be verified";
    }

    private static ProblemException refused(String why) {
        LOG.warn("approval refused").with("reason", why).write();
        return ProblemException.of(CommonProblem.APPROVAL_REFUSED, "Ask for a new approval of this action.");
    }
}
