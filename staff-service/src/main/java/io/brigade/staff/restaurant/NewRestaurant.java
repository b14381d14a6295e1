package io.brigade.staff.restaurant;

import io.brigade.platform.problem.ProblemException;
import io.brigade.staff.member.FirstAdmin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A restaurant to be opened, with the person who then lets the others in. */
public record NewRestaurant(
        @NotBlank @Size(max = 80) @Schema(examples = "Bistrot des Halles")
        String name,

        @NotBlank @Size(max = 200) @Schema(examples = "Bistrot des Halles SAS")
        String legalName,

        @NotNull @Pattern(regexp = "[0-9]{14}") @Schema(description = "French business id, 14 digits.", examples = "73282932000074")
        String siret,

        @NotBlank @Size(max = 200) @Schema(examples = "102 cours Lafayette, 69003 Lyon")
        String address,

        @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(description = "ISO 4217.", examples = "EUR")
        String currency,

        @NotNull @Size(max = 40) @Schema(description = "IANA name.", examples = "Europe/Paris")
        String timeZone,

        @NotNull @Min(0) @Max(12) @Schema(description = "Hour at which the business day turns.", examples = "5")
        Integer dayCutoffHour,

        @NotNull @Valid FirstAdmin admin,

        @Nullable @Size(max = 50) @Schema(
                description = "Staff codes of those in other restaurants who see this one's figures, too.",
                examples = "[]")
        Set<@NotNull @Pattern(regexp = "[0-9A-Z]{3,12}") String> overseenBy) {

    /** All that stays for good is checked as far as it can be: fails with 400, naming the field. */
    void requireSensible() {
        if (!Siret.isValid(siret)) {
            throw ProblemException.invalid("siret", "must be a SIRET: its check digit does not fit");
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            throw ProblemException.invalid("currency", "must be a currency of ISO 4217");
        }
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw ProblemException.invalid("time_zone", "must be the IANA name of a time zone, such as Europe/Paris");
        }
    }

    Set<String> overseers() {
        return overseenBy == null ? Set.of() : overseenBy;
    }

    /** With something else in the PIN's place. */
    NewRestaurant withPin(String pin) {
        return new NewRestaurant(
                name, legalName, siret, address, currency, timeZone, dayCutoffHour, admin.withPin(pin), overseenBy);
    }
}
