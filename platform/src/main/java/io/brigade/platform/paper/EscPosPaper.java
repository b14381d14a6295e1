package io.brigade.platform.paper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.List;

/**
 * Paper as bytes for a receipt printer: ESC/POS, as Epson's reference of its commands defines it and most makers
 * follow it.
 */
public final class EscPosPaper {

    private static final int ESC = 0x1b;
    private static final int GS = 0x1d;
    private static final int LF = '\n';
    /** Page 16 of ESC t: unlike PC858 it has the œ of œufs. */
    private static final int WPC1252 = 16;

    private static final Charset CHARSET = Charset.forName("windows-1252");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CharsetEncoder encoder = CHARSET.newEncoder();

    private EscPosPaper() {}

    /** Commands and text for one piece of paper, cut at its end. */
    public static byte[] of(List<PaperRow> rows) {
        EscPosPaper paper = new EscPosPaper();
        paper.write(ESC, '@'); // as after power on
        paper.write(ESC, 't', WPC1252);
        rows.forEach(paper::add);
        paper.write(GS, 'V', 'B', 0); // feed to the knife and cut
        return paper.bytes.toByteArray();
    }

    private void add(PaperRow row) {
        switch (row.style()) {
            case TITLE -> {
                write(ESC, 'a', 1);
                write(GS, '!', 0x11);
                line(row);
                write(GS, '!', 0);
                write(ESC, 'a', 0);
            }
            case LARGE -> {
                write(GS, '!', 0x01);
                line(row);
                write(GS, '!', 0);
            }
            case HEADING -> {
                write(ESC, 'E', 1);
                line(row);
                write(ESC, 'E', 0);
            }
            case WARNING -> {
                write(GS, 'B', 1);
                write(ESC, 'E', 1);
                line(row);
                write(ESC, 'E', 0);
                write(GS, 'B', 0);
            }
            case PLAIN -> line(row);
        }
    }

    private void line(PaperRow row) {
        StringBuilder known = new StringBuilder();
        Normalizer.normalize(row.text(), Normalizer.Form.NFC)
                .codePoints()
                .forEach(character -> known.append(printable(character)));
        bytes.writeBytes(known.toString().getBytes(CHARSET));
        write(LF);
    }

    /** A letter that the page does not have loses its accent, and anything else is a question mark. */
    private String printable(int character) {
        String text = Character.toString(character);
        if (encoder.canEncode(text)) {
            return text;
        }
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).substring(0, 1);
        return encoder.canEncode(bare) ? bare : "?";
    }

    private void write(int... commands) {
        for (int command : commands) {
            bytes.write(command);
        }
    }
}
