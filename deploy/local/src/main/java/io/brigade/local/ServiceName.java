package io.brigade.local;

import java.util.Arrays;
import java.util.Locale;

/** The services, in the order in which they are started: the others verify tokens that staff signs. */
public enum ServiceName {
    STAFF(8140),
    MENU(8110),
    ORDERS(8120),
    PAYMENTS(8130);

    private final int firstPort;

    ServiceName(int firstPort) {
        this.firstPort = firstPort;
    }

    /** The service called so in paths and on the command line, such as {@code orders}. */
    public static ServiceName of(String name) {
        return Arrays.stream(values())
                .filter(service -> service.lower().equals(name))
                .findFirst()
                .orElseThrow(() -> new SuiteException(
                        "There is no service «" + name + "»; there are staff, menu, orders and payments."));
    }

    /** Name in lower case, as in component names and paths. */
    public String lower() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of its database. */
    public String database() {
        return "brigade_" + lower();
    }

    int firstPort() {
        return firstPort;
    }
}
