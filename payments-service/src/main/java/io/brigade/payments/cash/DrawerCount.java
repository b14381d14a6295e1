package io.brigade.payments.cash;

import io.brigade.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found in a drawer. */
public record DrawerCount(
        @NotNull @Size(max = 15) @Schema(description = "Coins and notes by value in cents.", examples = "{\"5000\": 3, \"200\": 10}")
        Map<String, @NotNull @Min(0) @Max(100_000) Integer> counts) {

    /** Coins and notes of the euro (Regulation (EU) 651/2012; decision ECB/2003/4). */
    private static final Set<String> EURO = Set.of(
            "1", "2", "5", "10", "20", "50", "100", "200", "500", "1000", "2000", "5000", "10000", "20000", "50000");

    /** Sum in cents; fails with 400 for what is neither a coin nor a note. */
    long countedCents() {
        counts.keySet().stream()
                .filter(value -> !EURO.contains(value))
                .findAny()
                .ifPresent(value -> {
                    throw ProblemException.invalid("counts." + value, "is no coin or note of the euro, in cents");
                });
        return counts.entrySet().stream()
                .mapToLong(each -> Long.parseLong(each.getKey()) * each.getValue())
                .sum();
    }
}
