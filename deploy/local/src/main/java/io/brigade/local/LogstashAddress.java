package io.brigade.local;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where logs are sent by UDP: services send GELF to the port of BRIGADE_LOGSTASH, the gateway its access log to the next
 * one, because NGINX speaks syslog only.
 *
 * @param host name or address; an IPv6 address without brackets
 * @param port of Logstash's GELF input
 */
record LogstashAddress(String host, int port) {

    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([^\\s:\\[\\]]+)):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_534;

    /** Reads {@code host:port}. */
    static LogstashAddress parse(String value) {
        var form = FORM.matcher(value);
        if (!form.matches() || port(form) < 1 || port(form) > HIGHEST_PORT) {
            throw new SuiteException(
                    "BRIGADE_LOGSTASH must be host:port, such as localhost:12201, and is «" + value + "».");
        }
        return new LogstashAddress(Optional.ofNullable(form.group(1)).orElseGet(() -> form.group(2)), port(form));
    }

    private static int port(Matcher form) {
        return Integer.parseInt(form.group(3));
    }

    /** Address and port for the access log: NGINX would not start if it had to resolve a name and could not. */
    Optional<String> resolvedForAccessLog() {
        try {
            var address = InetAddress.getByName(host);
            var literal = address.getHostAddress();
            return Optional.of((address instanceof Inet6Address ? "[" + literal + "]" : literal) + ":" + (port + 1));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
