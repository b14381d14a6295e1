package io.brigade.payments.document;

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
import java.time.ZoneId;
import java.util.List;

/** A note or a receipt in the form that was asked for. */
final class PaperAnswer {

    static final String ESC_POS = "application/vnd.escpos";

    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final List<Variant> VARIANTS = List.of(
            new Variant(TEXT, (String) null, null),
            new Variant(HTML, (String) null, null),
            new Variant(MediaType.valueOf(ESC_POS), (String) null, null));

    private PaperAnswer() {}

    /** What the request accepts; fails with 406 when that is none of the three. */
    static MediaType accepted(Request request) {
        Variant variant = request.selectVariant(VARIANTS);
        if (variant == null) {
            throw ProblemException.of(CommonProblem.NOT_ACCEPTABLE, "Accept text/plain, text/html or " + ESC_POS + ".");
        }
        return variant.getMediaType();
    }

    /** It says something else once it is printed again. */
    static Response of(Document document, ZoneId timeZone, MediaType type) {
        return Response.ok(paper(document, DocumentLayout.rows(document, timeZone), type), type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Object paper(Document document, List<PaperRow> rows, MediaType type) {
        if (type.isCompatible(TEXT)) {
            return PlainPaper.of(rows);
        }
        return type.isCompatible(HTML) ? html(document, PlainPaper.of(rows)) : EscPosPaper.of(rows);
    }

    private static String html(Document document, String text) {
        String title = (document.kind() == DocumentKind.NOTE ? "Note n° " : "Reçu n° ") + document.number();
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<!doctype html>\n<html lang=\"fr\">\n<head><meta charset=\"utf-8\"><title>" + title
                + "</title></head>\n<body><pre>" + escaped + "</pre></body>\n</html>\n";
    }
}
