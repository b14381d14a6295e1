package io.brigade.fiscal;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Textual encoding of keys, RFC 7468. */
public final class Pem {

    private static final int LINE = 64;

    private Pem() {}

    /** A block with that label, such as {@code PUBLIC KEY}. */
    public static String of(String label, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** All blocks with that label. */
    static List<byte[]> blocks(String label, String text) {
        return Pattern.compile("-----BEGIN " + label + "-----(.*?)-----END " + label + "-----", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> Base64.getMimeDecoder().decode(found.group(1)))
                .toList();
    }
}
