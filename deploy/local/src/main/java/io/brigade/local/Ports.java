package io.brigade.local;

/**
 * The port plan. One offset shifts all ports, so that a second suite can run beside a developer's.
 *
 * @param offset added to every port, 0 for the documented ones
 */
public record Ports(int offset) {

    private static final int MANAGEMENT_DISTANCE = 1000;
    private static final int HIGHEST_UNSHIFTED = 9293;

    /** Rejects an offset that would push a port out of its range. */
    public Ports {
        if (offset < 0 || offset + HIGHEST_UNSHIFTED > 65_535) {
            throw new SuiteException("BRIGADE_PORT_OFFSET must be between 0 and " + (65_535 - HIGHEST_UNSHIFTED)
                    + ", and is " + offset + ".");
        }
    }

    /** The gateway's TLS port. */
    public int https() {
        return 8443 + offset;
    }

    /** The gateway's port that redirects to {@link #https()}. */
    public int http() {
        return 8080 + offset;
    }

    /** The gateway's loopback port through which services reach each other. */
    public int internal() {
        return 8180 + offset;
    }

    /** PostgreSQL, primary. */
    public int postgres() {
        return 8432 + offset;
    }

    /** PostgreSQL, streaming replica. */
    public int replica() {
        return 8433 + offset;
    }

    /** Redis. */
    public int redis() {
        return 8379 + offset;
    }

    /** Prometheus. */
    public int prometheus() {
        return 9290 + offset;
    }

    /** Alertmanager. */
    public int alertmanager() {
        return 9293 + offset;
    }

    /** What tells Prometheus about the machine. */
    public int nodeExporter() {
        return 9210 + offset;
    }

    /** What tells Prometheus about the primary. */
    public int postgresExporter() {
        return 9287 + offset;
    }

    /** What tells Prometheus about the replica. */
    public int replicaExporter() {
        return 9288 + offset;
    }

    /** What tells Prometheus about Redis. */
    public int redisExporter() {
        return 9221 + offset;
    }

    /** What tells Prometheus about NGINX. */
    public int nginxExporter() {
        return 9213 + offset;
    }

    /** What asks the gateway for Prometheus, as a client would. */
    public int blackboxExporter() {
        return 9215 + offset;
    }

    /** Main port of a service's instance, counted from 1. */
    public int service(ServiceName service, int instance) {
        return service.firstPort() + instance - 1 + offset;
    }

    /** Management port of a service's instance, counted from 1. */
    public int management(ServiceName service, int instance) {
        return service(service, instance) + MANAGEMENT_DISTANCE;
    }
}
