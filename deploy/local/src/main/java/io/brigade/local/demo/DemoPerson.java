package io.brigade.local.demo;

/** The staff of the demo restaurant «Brasserie du Marché», as staff-service seeds it. */
public enum DemoPerson {
    CAMILLE("Camille", "waiter", "1001", "4821"),
    HUGO("Hugo", "waiter", "1002", "7395"),
    INES("Inès", "cashier", "2001", "6248"),
    MARC("Marc", "chef", "3001", "5173"),
    SOPHIE("Sophie", "manager", "4001", "8462"),
    ANTOINE("Antoine", "admin", "9001", "9357");

    private final String firstName;
    private final String role;
    private final String code;
    private final String pin;

    DemoPerson(String firstName, String role, String code, String pin) {
        this.firstName = firstName;
        this.role = role;
        this.code = code;
        this.pin = pin;
    }

    /** First name. */
    public String firstName() {
        return firstName;
    }

    /** What they do. */
    public String role() {
        return role;
    }

    /** Staff code to sign in with. */
    public String code() {
        return code;
    }

    /** PIN to sign in with. */
    public String pin() {
        return pin;
    }
}
