package io.brigade.fiscal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry as a line that French spreadsheets open: semicolons, RFC 4180's quotes. */
final class CsvLine {

    static final String HEADINGS =
            "\uFEFFnumero;nature;date_operation_utc;date_enregistrement_utc;appareil;operateur_id;"
                    + "operateur_nom;siret;formation;logiciel;contenu;empreinte_precedente;empreinte;cle;signature\r\n";

    private CsvLine() {}

    static String of(SignedEntry signed) {
        Stream<String> cells;
        try {
            cells = cells(signed, signed.entry());
        } catch (IllegalArgumentException unreadable) {
            cells = Stream.of(
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    signed.document(),
                    "",
                    signed.hash(),
                    "",
                    signed.signature());
        }
        return cells.map(CsvLine::quoted).collect(Collectors.joining(";")) + "\r\n";
    }

    private static Stream<String> cells(SignedEntry signed, Entry entry) {
        Entry.@Nullable Operator operator = entry.operator();
        return Stream.of(
                Long.toString(entry.sequence()),
                entry.kind(),
                Times.text(entry.occurredAt()),
                Times.text(entry.recordedAt()),
                inert(entry.device()),
                operator == null ? "" : Long.toString(operator.staffId()),
                inert(operator == null ? null : operator.name()),
                inert(entry.siret()),
                entry.training() ? "oui" : "non",
                inert(entry.software()),
                CanonicalJson.of(entry.payload()),
                entry.previousHash(),
                signed.hash(),
                entry.keyId(),
                signed.signature());
    }

    /** A spreadsheet would take for a formula what begins like one. */
    private static String inert(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
