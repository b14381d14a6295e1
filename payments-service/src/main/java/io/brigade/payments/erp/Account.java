package io.brigade.payments.erp;

/** An account of the chart. */
record Account(String number, String label) {

    Account {
        if (!number.matches("[0-9]{3}[0-9A-Z]*")) {
            throw new IllegalArgumentException(
                    "account " + number + " does not begin with three digits (LPF art. A47 A-1)");
        }
    }
}
