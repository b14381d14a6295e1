package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.system.Device.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** New restaurants beside those of the demo, for tests after which nobody would want to eat there. */
final class Premises {

    private Premises() {}

    /** A restaurant that nobody else knows of; its number. */
    static long open() {
        Answer answer = Device.ofNobody()
                .post(
                        "/api/restaurants",
                        Map.of(
                                "name", "Au bac d'essai",
                                "legal_name", "Au bac d'essai SARL",
                                "siret", siret(),
                                "address", "1 rue Close, 69001 Lyon",
                                "currency", "EUR",
                                "time_zone", "Europe/Paris",
                                "day_cutoff_hour", 5,
                                "admin", Map.of("staff_code", code(), "pin", "4821", "name", "Louise")),
                        "Setup-Secret",
                        RunningSuite.suite().secrets().setupSecret());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("restaurant_id").asLong();
    }

    private static String code() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1L << 45), 36).toUpperCase(Locale.ROOT);
    }

    /** Of a business that there may not be, with the check digit that it would have. */
    private static String siret() {
        String digits = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 10_000_000_000_000L));
        int sum = IntStream.range(0, digits.length())
                .map(i -> (digits.charAt(i) - '0') * (2 - i % 2))
                .map(product -> product > 9 ? product - 9 : product)
                .sum();
        return digits + (10 - sum % 10) % 10;
    }
}
