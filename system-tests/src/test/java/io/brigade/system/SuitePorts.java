package io.brigade.system;

/** Ports of the suite under test, and of what stands in for others. {@code -Dbrigade.suite.port-offset} shifts all. */
final class SuitePorts {

    /** Beside a developer's running suite. */
    static final int OFFSET = Integer.getInteger("brigade.suite.port-offset", 20_000);

    /** Logstash, UDP; the gateway's log goes to the next one. */
    static final int LOGSTASH = 12_201 + OFFSET;

    static final int ERP = 12_203 + OFFSET;

    private SuitePorts() {}
}
