package io.brigade.payments.erp;

/** The ERP is there and will not take this: asking again would change nothing. */
final class ErpRefused extends RuntimeException {

    ErpRefused(int status) {
        super("HTTP " + status, null, false, false);
    }
}
