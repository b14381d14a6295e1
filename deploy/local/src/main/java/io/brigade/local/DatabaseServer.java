package io.brigade.local;

/**
 * How to reach a PostgreSQL server and with which role.
 *
 * @param host name or address
 * @param port TCP port
 * @param user role
 * @param password its password
 */
public record DatabaseServer(String host, int port, String user, String password) {

    /** JDBC address of a service's database on this server, without credentials. */
    public String jdbcUrl(ServiceName service) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + service.database();
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
