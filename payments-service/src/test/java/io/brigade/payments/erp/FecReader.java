package io.brigade.payments.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a FEC as the tax administration's own test programme does (Test Compta Demat, of the DGFiP): the name, the fields
 * and their order, what must be filled in, dates, amounts, balance per entry and of the whole, sequence, chronology.
 */
final class FecReader {

    private static final List<String> FIELDS = List.of(
            "JournalCode",
            "JournalLib",
            "EcritureNum",
            "EcritureDate",
            "CompteNum",
            "CompteLib",
            "CompAuxNum",
            "CompAuxLib",
            "PieceRef",
            "PieceDate",
            "EcritureLib",
            "Debit",
            "Credit",
            "EcritureLet",
            "DateLet",
            "ValidDate",
            "Montantdevise",
            "Idevise");
    private static final List<Integer> MANDATORY = List.of(0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15);

    private FecReader() {}

    /** One line. */
    record Line(List<String> fields) {

        String text(String field) {
            return fields.get(FIELDS.indexOf(field));
        }

        LocalDate date(String field) {
            return LocalDate.parse(text(field), DateTimeFormatter.BASIC_ISO_DATE);
        }

        BigDecimal amount(String field) {
            assertThat(text(field)).matches("[0-9]+,[0-9]{2}");
            return new BigDecimal(text(field).replace(',', '.'));
        }
    }

    /** The lines, once everything has been checked. */
    static List<Line> check(String name, byte[] file, LocalDate from, LocalDate to) {
        assertThat(name).matches("[0-9]{9}FEC" + DateTimeFormatter.BASIC_ISO_DATE.format(to) + "\\.txt");
        List<String> rows =
                new ArrayList<>(new String(file, Fec.CHARSET).lines().toList());
        assertThat(rows.removeFirst()).isEqualTo(String.join("\t", FIELDS));
        List<Line> lines =
                rows.stream().map(row -> new Line(List.of(row.split("\t", -1)))).toList();
        lines.forEach(line -> checkLine(line, from, to));
        checkBalance(lines);
        checkSequence(lines);
        return lines;
    }

    private static void checkLine(Line line, LocalDate from, LocalDate to) {
        assertThat(line.fields()).hasSize(FIELDS.size());
        MANDATORY.forEach(field ->
                assertThat(line.fields().get(field)).as(FIELDS.get(field)).isNotBlank());
        assertThat(line.text("CompteNum")).matches("[0-9]{3}.*");
        assertThat(line.date("EcritureDate")).isBetween(from, to);
        assertThat(line.date("PieceDate")).isNotNull();
        assertThat(line.date("ValidDate")).isAfterOrEqualTo(line.date("EcritureDate"));
        assertThat(line.amount("Debit").signum() == 0)
                .isNotEqualTo(line.amount("Credit").signum() == 0);
    }

    private static void checkBalance(List<Line> lines) {
        Map<String, BigDecimal> byEntry = new HashMap<>();
        lines.forEach(line -> byEntry.merge(
                line.text("JournalCode") + line.text("EcritureNum"),
                line.amount("Debit").subtract(line.amount("Credit")),
                BigDecimal::add));
        assertThat(byEntry.values()).allSatisfy(rest -> assertThat(rest).isEqualByComparingTo("0"));
    }

    /** Numbers go up by one, lines of an entry stand together under one date, and no date goes back. */
    private static void checkSequence(List<Line> lines) {
        for (int i = 1; i < lines.size(); i++) {
            Line before = lines.get(i - 1);
            Line line = lines.get(i);
            long step = Long.parseLong(line.text("EcritureNum")) - Long.parseLong(before.text("EcritureNum"));
            assertThat(step).isBetween(0L, 1L);
            assertThat(line.date("EcritureDate")).isAfterOrEqualTo(before.date("EcritureDate"));
            assertThat(line.date("ValidDate")).isAfterOrEqualTo(before.date("ValidDate"));
            if (step == 0) {
                assertThat(line.text("EcritureDate")).isEqualTo(before.text("EcritureDate"));
                assertThat(line.text("PieceRef")).isEqualTo(before.text("PieceRef"));
            }
        }
    }
}
