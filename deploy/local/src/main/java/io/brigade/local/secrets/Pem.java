package io.brigade.local.secrets;

import java.util.Base64;

/** Textual encoding of keys and certificates, RFC 7468. */
final class Pem {

    private static final int LINE = 64;

    private Pem() {}

    static String of(String label, byte[] der) {
        var body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
