package io.brigade.payments.erp;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes entries as lines of the fichier des écritures comptables: the eighteen fields of article A47 A-1 of the Livre
 * des procédures fiscales, VII, in its order, separated by tabs.
 */
final class FecLine {

    /** The first line. */
    static final String HEADER = String.join(
                    "\t",
                    List.of(
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
                            "Idevise"))
            + "\r\n";

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final long CENTS = 100;

    private FecLine() {}

    /** All lines of an entry, each with its end. */
    static String of(AccountingEntry entry) {
        return entry.lines().stream().map(line -> line(entry, line)).collect(Collectors.joining());
    }

    private static String line(AccountingEntry entry, EntryLine line) {
        String nothing = "";
        return Stream.of(
                        entry.journal(),
                        entry.journalLabel(),
                        Long.toString(entry.entryNo()),
                        DATE.format(entry.entryDate()),
                        line.account(),
                        line.accountLabel(),
                        nothing, // CompAuxNum: guests have no accounts
                        nothing,
                        entry.document().number(),
                        DATE.format(entry.businessDate()),
                        entry.label(),
                        euros(line.debitCents()),
                        euros(line.creditCents()),
                        nothing, // EcritureLet: nothing is matched here
                        nothing,
                        DATE.format(validated(entry)),
                        nothing, // Montantdevise: all of it is in euros
                        nothing)
                .map(FecLine::field)
                .collect(Collectors.joining("\t", "", "\r\n"));
    }

    /** An entry is validated when it is written; east of Greenwich that may still be the day before in UTC. */
    private static LocalDate validated(AccountingEntry entry) {
        LocalDate written =
                entry.recordedAt().withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
        return written.isBefore(entry.entryDate()) ? entry.entryDate() : written;
    }

    private static String euros(long cents) {
        return "%d,%02d".formatted(cents / CENTS, cents % CENTS);
    }

    private static String field(String text) {
        return text.replaceAll("[\\t\\r\\n]", " ");
    }
}
