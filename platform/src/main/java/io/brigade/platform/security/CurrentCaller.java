package io.brigade.platform.security;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Reads the caller from the verified token of the current request. */
@RequestScoped
public class CurrentCaller {

    private final JsonWebToken token;

    @Inject
    CurrentCaller(JsonWebToken token) {
        this.token = token;
    }

    /**
     * The caller, who is named in the log lines that follow.
     *
     * @throws AuthenticationFailedException when the token, though rightly signed, lacks a claim or has a senseless one
     */
    public Caller get() {
        try {
            Caller caller = new Caller(
                    number(Claim.RESTAURANT_ID),
                    Long.parseLong(token.getSubject()),
                    text(Claim.NAME),
                    text(Claim.CURRENCY),
                    ZoneId.of(text(Claim.TIME_ZONE)),
                    Math.toIntExact(number(Claim.DAY_CUTOFF_HOUR)),
                    Set.copyOf(token.getGroups()),
                    token.containsClaim(Claim.DISCOUNT_LIMIT_BP) ? Math.toIntExact(number(Claim.DISCOUNT_LIMIT_BP)) : 0,
                    numbers(Claim.RESTAURANT_IDS));
            MDC.put("restaurant_id", caller.restaurantId());
            MDC.put("user_id", caller.staffId());
            return caller;
        } catch (NumberFormatException | DateTimeException | ArithmeticException senseless) {
            throw new AuthenticationFailedException(senseless);
        }
    }

    /** The token as it came, to ask another service on the caller's behalf. */
    public String bearer() {
        return "Bearer " + token.getRawToken();
    }

    private String text(String claim) {
        return require(claim, token.<Object>getClaim(claim)).toString();
    }

    private long number(String claim) {
        return number(claim, require(claim, token.<Object>getClaim(claim)));
    }

    private static long number(String claim, Object value) {
        return switch (value) {
            case JsonNumber json -> json.longValueExact();
            case Number plain -> plain.longValue();
            default -> throw new AuthenticationFailedException("claim " + claim + " is not a number");
        };
    }

    /** Empty when the claim is absent. */
    private SortedSet<Long> numbers(String claim) {
        return switch (token.<@Nullable Object>getClaim(claim)) {
            case null -> Collections.emptySortedSet();
            case Collection<?> several ->
                several.stream()
                        .map(each -> number(claim, require(claim, each)))
                        .collect(Collectors.toCollection(TreeSet::new));
            default -> throw new AuthenticationFailedException("claim " + claim + " is not a list");
        };
    }

    private static Object require(String claim, @Nullable Object value) {
        if (value == null) {
            throw new AuthenticationFailedException("claim " + claim + " is missing");
        }
        return value;
    }
}
