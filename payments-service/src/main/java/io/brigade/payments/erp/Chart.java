package io.brigade.payments.erp;

import io.brigade.payments.payment.PaymentMethod;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The accounts that entries are posted to. A method without an account, or a senseless one, ends the start. */
@Startup
@ApplicationScoped
class Chart {

    private final AccountingConfig config;
    private final Map<PaymentMethod, Account> methods;
    private final Account tips;

    @Inject
    Chart(AccountingConfig config) {
        this.config = config;
        this.methods = Arrays.stream(PaymentMethod.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), method -> received(config, method)));
        this.tips = new Account(config.tips(), "Pourboires dus au personnel");
        config.sales().rates().keySet().forEach(this::sales);
        config.vat().rates().keySet().forEach(this::vat);
    }

    /** Where money of that kind is debited. */
    Account received(PaymentMethod method) {
        return Objects.requireNonNull(methods.get(method));
    }

    /** Where tips are credited. */
    Account tips() {
        return tips;
    }

    /** Where what was sold at that rate is credited, without VAT. */
    Account sales(int rateBp) {
        return new Account(number(config.sales(), rateBp), "Prestations de services, TVA " + percent(rateBp));
    }

    /** Where the VAT of that rate is credited. */
    Account vat(int rateBp) {
        return new Account(number(config.vat(), rateBp), "TVA collectée " + percent(rateBp));
    }

    private static Account received(AccountingConfig config, PaymentMethod method) {
        String number = config.methods().get(method);
        if (number == null) {
            throw new IllegalArgumentException("brigade.accounting.methods has no account for " + method);
        }
        return new Account(
                number,
                switch (method) {
                    case CARD -> "Cartes bancaires à encaisser";
                    case CASH -> "Caisse";
                    case MEAL_VOUCHER -> "Titres-restaurant à encaisser";
                    case CHEQUE -> "Chèques à encaisser";
                });
    }

    private static String number(AccountingConfig.PerRate accounts, int rateBp) {
        return accounts.rates().getOrDefault(rateBp, accounts.other() + String.format(Locale.ROOT, "%04d", rateBp));
    }

    /** {@code 5,5 %}. */
    private static String percent(int rateBp) {
        String number = BigDecimal.valueOf(rateBp, 2).stripTrailingZeros().toPlainString();
        return number.replace('.', ',') + " %";
    }
}
