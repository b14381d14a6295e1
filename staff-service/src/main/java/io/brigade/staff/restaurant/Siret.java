package io.brigade.staff.restaurant;

/** The number of a French establishment: nine digits of the business (SIREN), four of the place, a check digit. */
final class Siret {

    /** Has more places than check digits allow for: there the digits' sum is a multiple of five (INSEE). */
    private static final String LA_POSTE = "356000000";

    private Siret() {}

    /** Whether 14 digits satisfy Luhn's formula (ISO/IEC 7812-1, annex B). */
    static boolean isValid(String digits) {
        return luhn(digits) % 10 == 0
                || (digits.startsWith(LA_POSTE)
                        && digits.chars()
                                                .map(digit -> Character.digit(digit, 10))
                                                .sum()
                                        % 5
                                == 0);
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
