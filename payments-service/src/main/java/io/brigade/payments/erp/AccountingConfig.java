package io.brigade.payments.erp;

import io.brigade.payments.payment.PaymentMethod;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/**
 * Accounts of the French chart (plan comptable général: règlement ANC 2014-03, as amended by 2022-06). The classes 5112,
 * 530, 4457, 467 and 706 are its own; what stands behind them is ours to choose, and every house's accountant changes it.
 */
@ConfigMapping(prefix = "brigade.accounting")
interface AccountingConfig {

    /** Account of what is received by this method. */
    Map<PaymentMethod, String> methods();

    /** Account of tips, which are owed to the staff. */
    @WithDefault("467000")
    String tips();

    /** Sales without VAT. */
    PerRate sales();

    /** VAT collected. */
    PerRate vat();

    /** Journal of what is posted. */
    Journal journal();

    /** Journal of what posts nothing: closings, bills that came to nothing. */
    Journal notes();

    /** One account per VAT rate. */
    interface PerRate {
        /** Account of this VAT rate in basis points. */
        Map<Integer, String> rates();

        /** A rate without an account gets this and the rate in four digits: 8.5 % is 7060850. */
        String other();
    }

    /** An accounting journal. */
    interface Journal {
        /** Short name. */
        String code();

        /** Name for people. */
        String label();
    }
}
