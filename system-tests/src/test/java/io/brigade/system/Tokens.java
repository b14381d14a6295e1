package io.brigade.system;

import io.brigade.local.secrets.TokenKeys;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as staff-service signs them, for whomever a test needs, and such as it would never sign. */
final class Tokens {

    private static final Duration GOOD = Duration.ofMinutes(15);

    private Tokens() {}

    /** A device of somebody with one role. */
    static Device of(String role, long restaurantId, long staffId) {
        return Device.withToken(sign(claims(role, restaurantId, staffId).expiresIn(GOOD)));
    }

    /** To be altered and signed. */
    static JwtClaimsBuilder claims(String role, long restaurantId, long staffId) {
        return Jwt.issuer("brigade")
                .audience("brigade-api")
                .subject(Long.toString(staffId))
                .groups(role)
                .claim("name", "Somebody")
                .claim("restaurant_id", restaurantId)
                .claim("currency", "EUR")
                .claim("time_zone", "Europe/Paris")
                .claim("day_cutoff_hour", 5);
    }

    static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(keys().keyId()).sign(privateKey());
    }

    /** None of them may open a door, by what is wrong with it. */
    static Map<String, String> bad() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("expired", sign(claims("ADMIN", 1, 106).expiresAt(Instant.now().minusSeconds(60))));
        bad.put("for another audience", sign(claims("ADMIN", 1, 106).audience("another-api")));
        bad.put("of another issuer", sign(claims("ADMIN", 1, 106).issuer("somebody-else")));
        bad.put("unsigned", part("{\"alg\":\"none\"}") + "." + part(adminBody()) + ".");
        bad.put(
                "unsigned, with something in its place",
                part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(adminBody()) + ".x");
        bad.put("signed with the public key as a secret", signedWithThePublicKey());
        bad.put("signed with another key", signedWithAnotherKey());
        bad.put("an approval", approval());
        bad.put("without a restaurant", withoutRestaurant());
        bad.put("of a waiter who calls himself an admin", promoted());
        bad.put("nonsense", "nonsense");
        bad.put("nonsense in three parts", "a.b.c");
        return bad;
    }

    private static String promoted() {
        String[] parts = sign(claims("WAITER", 1, 101).expiresIn(GOOD)).split("\\.", -1);
        String body = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + part(body.replace("WAITER", "ADMIN")) + "." + parts[2];
    }

    /** A manager's approval, which staff-service signs with the same key. */
    private static String approval() {
        return Jwt.issuer("brigade")
                .audience("brigade-approval")
                .subject("106")
                .groups("ADMIN")
                .claim("name", "Antoine")
                .claim("restaurant_id", 1)
                .claim("action", "VOID")
                .claim("order_id", 1)
                .claim("requested_by", 101)
                .claim("jti", UUID.randomUUID().toString())
                .expiresIn(GOOD)
                .jws()
                .keyId(keys().keyId())
                .header("typ", "approval+jwt")
                .sign(privateKey());
    }

    private static String withoutRestaurant() {
        return sign(Jwt.issuer("brigade")
                .audience("brigade-api")
                .subject("106")
                .groups(Set.of("ADMIN", "MANAGER", "CASHIER", "KITCHEN", "WAITER"))
                .expiresIn(GOOD));
    }

    /** The confusion of RFC 8725 section 2.1: what is public taken for a secret. */
    private static String signedWithThePublicKey() {
        String signed = part("{\"alg\":\"HS256\",\"kid\":\"" + keys().keyId() + "\"}") + "." + part(adminBody());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Files.readAllBytes(keys().publicKeys()), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String signedWithAnotherKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return claims("ADMIN", 1, 106)
                    .expiresIn(GOOD)
                    .jws()
                    .keyId(keys().keyId())
                    .sign(generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TokenKeys keys() {
        return RunningSuite.suite().secrets().tokenKeys();
    }

    private static PrivateKey privateKey() {
        try {
            return KeyUtils.decodePrivateKey(Files.readString(keys().privateKey()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What would be a good token of an admin, if somebody with the right to do so had signed it. */
    private static String adminBody() {
        return """
                {"iss":"brigade","aud":"brigade-api","sub":"106","groups":["ADMIN"],"name":"x","restaurant_id":1,
                 "currency":"EUR","time_zone":"Europe/Paris","day_cutoff_hour":5,"iat":1,"exp":%d}""".formatted(Instant.now().getEpochSecond() + 600);
    }

    private static String part(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
