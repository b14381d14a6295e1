package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.local.secrets.TokenKeys;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that staff-service would never have signed open no door. */
@ExtendWith(RunningSuite.class)
class TokenIT {

    @Test
    void aTokenSignedAsStaffServiceSignsIsGood() throws Exception {
        accepted(sign(claims().expiresIn(Duration.ofMinutes(1))));
    }

    @Test
    void expiredTokens() throws Exception {
        refused(sign(claims().expiresAt(Instant.now().minusSeconds(60))));
    }

    @Test
    void tokensForOthers() throws Exception {
        refused(sign(claims().audience("another-api").expiresIn(60)));
        refused(sign(claims().issuer("somebody-else").expiresIn(60)));
    }

    @Test
    void unsignedTokens() {
        refused(part("{\"alg\":\"none\"}") + "." + part(body()) + ".");
        refused(part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(body()) + ".x");
    }

    @Test
    void tokensSignedWithThePublicKeyAsHmacSecret() throws Exception {
        String signed = part("{\"alg\":\"HS256\",\"kid\":\"" + keys().keyId() + "\"}") + "." + part(body());
        for (byte[] secret : new byte[][] {
            Files.readAllBytes(keys().publicKeys()),
            Files.readString(keys().publicKeys()).strip().getBytes(StandardCharsets.UTF_8)
        }) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            refused(signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        }
    }

    @Test
    void tokensSignedWithAnotherKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey another = generator.generateKeyPair().getPrivate();
        refused(claims().expiresIn(60).jws().keyId(keys().keyId()).sign(another));
    }

    @Test
    void changedTokensAndNonsense() throws Exception {
        String good = sign(claims().expiresIn(60));
        String[] parts = good.split("\\.", -1);
        String promoted =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("WAITER", "ADMIN");
        refused(parts[0] + "." + part(promoted) + "." + parts[2]);
        refused("nonsense");
        refused("a.b.c");
    }

    @Test
    void rightlySignedTokensWithoutARestaurant() throws Exception {
        refused(sign(Jwt.issuer("brigade")
                .audience("brigade-api")
                .subject("1")
                .groups("WAITER")
                .expiresIn(60)));
    }

    private static void accepted(String token) {
        assertThat(Device.withToken(token).get("/api/menu").status()).isEqualTo(200);
    }

    private static void refused(String token) {
        for (String path : Set.of("/api/menu", "/api/orders", "/api/bills/1", "/api/restaurants/1")) {
            Device.Answer answer = Device.withToken(token).get(path);
            assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        }
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.issuer("brigade")
                .audience("brigade-api")
                .subject("101")
                .groups("WAITER")
                .claim("name", "Camille")
                .claim("restaurant_id", 1)
                .claim("currency", "EUR")
                .claim("time_zone", "Europe/Paris")
                .claim("day_cutoff_hour", 5);
    }

    private static String sign(JwtClaimsBuilder claims) throws Exception {
        return claims.jws()
                .keyId(keys().keyId())
                .sign(KeyUtils.decodePrivateKey(Files.readString(keys().privateKey())));
    }

    private static TokenKeys keys() {
        return RunningSuite.suite().secrets().tokenKeys();
    }

    private static String body() {
        return """
                {"iss":"brigade","aud":"brigade-api","sub":"101","groups":["ADMIN"],"name":"x","restaurant_id":1,
                 "currency":"EUR","time_zone":"Europe/Paris","day_cutoff_hour":5,"iat":1,"exp":%d}""".formatted(Instant.now().getEpochSecond() + 600);
    }

    private static String part(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
