package io.brigade.menu.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The forms a carte comes in as a file. */
enum Format {
    JSON {
        @Override
        CarteFile read(ObjectMapper json, String text, ImportErrors errors) {
            return JsonFile.read(json, text, errors);
        }
    },
    CSV {
        @Override
        CarteFile read(ObjectMapper json, String text, ImportErrors errors) {
            return CsvFile.read(text, errors);
        }
    };

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    abstract CarteFile read(ObjectMapper json, String text, ImportErrors errors);

    /** A file's text, without the mark that spreadsheets put before it; fails with 400 when it is not UTF-8. */
    static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException otherCharset) {
            throw ProblemException.of(
                    CommonProblem.BAD_REQUEST, "The file is not UTF-8: save it as «CSV UTF-8» and send it again.");
        }
    }
}
