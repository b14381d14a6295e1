package io.brigade.payments.erp;

/** The ERP answered, but not with what was asked for: it may later. Says why in our words, never in the ERP's. */
final class ErpTrouble extends RuntimeException {

    private final boolean busy;

    private ErpTrouble(String reason, boolean busy) {
        super(reason, null, false, false);
        this.busy = busy;
    }

    /** A status that promises nothing. */
    static ErpTrouble status(int status) {
        return new ErpTrouble("HTTP " + status, Status.saysLater(status));
    }

    /** A success that cannot be believed. */
    static ErpTrouble noAcknowledgement() {
        return new ErpTrouble("2xx without an acknowledgement", false);
    }

    /** Whether it said itself that it would be able to later. */
    boolean isBusy() {
        return busy;
    }

    /** What HTTP statuses mean to whoever has something to deliver (RFC 9110, 6585, 8470). */
    static final class Status {

        private static final int REQUEST_TIMEOUT = 408;
        private static final int TOO_EARLY = 425;
        private static final int TOO_MANY_REQUESTS = 429;
        private static final int UNAVAILABLE = 503;

        private Status() {}

        static boolean saysLater(int status) {
            return switch (status) {
                case REQUEST_TIMEOUT, TOO_EARLY, TOO_MANY_REQUESTS, UNAVAILABLE -> true;
                default -> false;
            };
        }

        static boolean isRefusal(int status) {
            return status >= 400 && status < 500 && !saysLater(status);
        }

        static boolean isSuccess(int status) {
            return status >= 200 && status < 300;
        }
    }
}
