package io.brigade.staff.ops;

import java.net.URI;

/** Where an instance shows its meters. */
record InstanceTarget(String service, URI management) {

    /** Reads {@code orders@http://orders-1:9000}. */
    static InstanceTarget parse(String text) {
        int at = text.indexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException(
                    "brigade.ops.instances needs entries such as orders@http://orders-1:9000, and has «" + text + "»");
        }
        return new InstanceTarget(
                text.substring(0, at).strip(), URI.create(text.substring(at + 1).strip()));
    }
}
