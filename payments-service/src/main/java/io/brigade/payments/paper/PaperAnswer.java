package io.brigade.payments.paper;

import io.brigade.platform.paper.EscPosPaper;
import io.brigade.platform.paper.PaperRow;
import io.brigade.platform.paper.PlainPaper;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What stands on paper, in the form that was asked for: text, a page, or bytes for a printer. */
public final class PaperAnswer {

    /** Bytes for a printer. */
    public static final String ESC_POS = "application/vnd.escpos";

    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final MediaType PRINTER = MediaType.valueOf(ESC_POS);

    private PaperAnswer() {}

    /** What the request accepts of the three and of other forms, which come first; fails with 406 when that is none. */
    public static MediaType accepted(Request request, MediaType... others) {
        List<Variant> variants = Stream.concat(Arrays.stream(others), Stream.of(TEXT, HTML, PRINTER))
                .map(type -> new Variant(type, (String) null, null))
                .toList();
        Variant variant = request.selectVariant(variants);
        if (variant == null) {
            throw ProblemException.of(
                    CommonProblem.NOT_ACCEPTABLE,
                    "Accept "
                            + String.join(
                                    " or ",
                                    variants.stream().map(PaperAnswer::name).toList()) + ".");
        }
        return variant.getMediaType();
    }

    private static String name(Variant variant) {
        return variant.getMediaType().getType() + "/" + variant.getMediaType().getSubtype();
    }

    /** The paper in one of its three forms. Not to be kept: it may say something else once it is printed again. */
    public static Response of(String title, List<PaperRow> rows, MediaType type) {
        return Response.ok(paper(title, rows, type), type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Object paper(String title, List<PaperRow> rows, MediaType type) {
        if (type.isCompatible(TEXT)) {
            return PlainPaper.of(rows);
        }
        return type.isCompatible(HTML) ? html(title, PlainPaper.of(rows)) : EscPosPaper.of(rows);
    }

    private static String html(String title, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<!doctype html>\n<html lang=\"fr\">\n<head><meta charset=\"utf-8\"><title>" + title
                + "</title></head>\n<body><pre>" + escaped + "</pre></body>\n</html>\n";
    }
}
