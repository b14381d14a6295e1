package io.brigade.orders.slip;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.orders.kitchen.Station;
import io.brigade.orders.order.Allergen;
import io.brigade.orders.order.ServiceMode;
import io.brigade.orders.order.Slip;
import io.brigade.orders.order.SlipKind;
import io.brigade.platform.paper.EscPosPaper;
import io.brigade.platform.paper.PaperRow;
import io.brigade.platform.paper.PlainPaper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlipTextTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aNewTicketSaysWhatToMakeForWhomAndWarnsLoudly() {
        assertThat(text(slip(
                        SlipKind.NEW,
                        1,
                        line(2, "Soupe à l'oignon", List.of(), "sans croûtons", 1, null, List.of(), List.of(), null),
                        line(
                                1,
                                "Suprême de volaille fermière rôtie, jus au vin jaune et morilles",
                                List.of("Bien cuit", "Gratin"),
                                null,
                                2,
                                3,
                                List.of(Allergen.MILK, Allergen.EGGS),
                                List.of(Allergen.MILK),
                                null))))
                .isEqualTo("""
                        **************** NOUVEAU *****************
                        **************** Table T4 ****************
                        Salle   Couverts : 2
                        Poste CHAUD   Commande 78
                        23/11/2026 20:15   Camille
                        ------------------------------------------
                        --- SERVICE 1 ---
                        2 x Soupe à l'oignon
                            Note : sans croûtons
                        --- SERVICE 2 ---
                        1 x Suprême de volaille fermière rôtie,
                            jus au vin jaune et morilles
                            + Bien cuit
                            + Gratin
                            Place 3
                        !!! ALLERGIE, LE PLAT EN CONTIENT : LAIT
                            !!!
                        !!! ALLERGIE DU CLIENT : LAIT, ŒUFS !!!
                        ------------------------------------------
                        """);
    }

    @Test
    void whatIsNotToBeMadeIsCancelledWithItsReason() {
        assertThat(text(slip(
                        SlipKind.VOID,
                        1,
                        line(
                                1,
                                "Entrecôte",
                                List.of("Saignant"),
                                null,
                                2,
                                1,
                                List.of(),
                                List.of(),
                                "Erreur de commande"))))
                .isEqualTo("""
                        *************** ANNULATION ***************
                        **************** Table T4 ****************
                        Salle   Couverts : 2
                        Poste CHAUD   Commande 78
                        23/11/2026 20:15   Camille
                        ------------------------------------------
                        --- SERVICE 2 ---
                        ANNULÉ 1 x Entrecôte
                            + Saignant
                            Place 1
                            Motif : Erreur de commande
                        ------------------------------------------
                        """);
    }

    @Test
    void aCourseThatIsFiredForATakeawayAndPrintedAgainSaysSo() {
        SlipData slip = new SlipData(
                SlipKind.FIRE,
                Station.PASTRY,
                2,
                OffsetDateTime.parse("2026-07-14T22:30:00Z"),
                79,
                ServiceMode.TAKEAWAY,
                null,
                null,
                "Mme Marie-Antoinette de la Rochefoucauld",
                OffsetDateTime.parse("2026-07-14T23:00:00Z"),
                null,
                "Léa",
                List.of(line(1, "Tarte", List.of(), null, 0, null, List.of(), List.of(), null)));

        assertThat(text(slip)).isEqualTo("""
                ************** RÉIMPRESSION **************
                Déjà imprimé peut-être : à comparer.
                ************ ENVOYER LA SUITE ************
                *************** À EMPORTER ***************
                ********** Mme Marie-Antoinette **********
                ********** de la Rochefoucauld ***********
                *************** Pour 01:00 ***************
                Poste PÂTISSERIE   Commande 79
                15/07/2026 00:30   Léa
                ------------------------------------------
                --- TOUT DE SUITE ---
                1 x Tarte
                ------------------------------------------
                """);
    }

    @Test
    void bytesForThePrinterSetAccentsSizesAndTheCut() {
        byte[] bytes = EscPosPaper.of(List.of(
                new PaperRow(PaperRow.Style.TITLE, "RÉIMPRESSION"),
                new PaperRow(PaperRow.Style.HEADING, "SERVICE 1"),
                new PaperRow(PaperRow.Style.LARGE, "1 x Œufs à 9 €"),
                new PaperRow(PaperRow.Style.WARNING, "ŒUFS"),
                new PaperRow(PaperRow.Style.PLAIN, "Čevapčići 寿司")));

        Charset wpc1252 = Charset.forName("windows-1252");
        assertThat(new String(bytes, wpc1252))
                .isEqualTo("\u001b@\u001bt\u0010"
                        + "\u001ba\u0001\u001d!\u0011RÉIMPRESSION\n\u001d!\0\u001ba\0"
                        + "\u001bE\u0001SERVICE 1\n\u001bE\0"
                        + "\u001d!\u00011 x Œufs à 9 €\n\u001d!\0"
                        + "\u001dB\u0001\u001bE\u0001ŒUFS\n\u001bE\0\u001dB\0"
                        + "Cevapcici ??\n"
                        + "\u001dVB\0");
        assertThat(bytes).startsWith(0x1b, '@', 0x1b, 't', 16).contains(0xc9, 0x8c, 0xe0, 0x80);
    }

    @Test
    void whatAWaiterTypesIsNoCommandToThePrinter() {
        SlipData slip = slip(
                SlipKind.NEW,
                1,
                line(1, "Soupe", List.of(), "\u001bp\0vite\n\u009b!\u2028svp", 1, null, List.of(), List.of(), null));

        assertThat(text(slip)).contains("    Note :  p vite ! svp\n");
        String bytes = new String(EscPosPaper.of(SlipLayout.rows(slip, PARIS)), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("Note :  p vite ! svp\n").doesNotContain("\u001bp");
    }

    @Property
    void noRowIsWiderThanThePaperAndNothingIsLost(
            @ForAll @StringLength(max = 300) String text, @ForAll @IntRange(max = 12) int hang) {
        for (PaperRow.Style style : PaperRow.Style.values()) {
            List<PaperRow> rows = PaperRow.wrap(style, text, hang);
            int columns = style == PaperRow.Style.TITLE ? 21 : 42;
            assertThat(rows).allMatch(row -> row.text().length() <= columns);
            String together = String.join("", rows.stream().map(PaperRow::text).toList());
            assertThat(ink(together)).isEqualTo(ink(text));
        }
    }

    /** What leaves a mark on paper. */
    private static String ink(String text) {
        return text.codePoints()
                .filter(character -> !Character.isWhitespace(character)
                        && !Character.isSpaceChar(character)
                        && !Character.isISOControl(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String text(SlipData slip) {
        return PlainPaper.of(SlipLayout.rows(slip, PARIS));
    }

    private static SlipData slip(SlipKind kind, int attempts, Slip.Line... lines) {
        return new SlipData(
                kind,
                Station.HOT,
                attempts,
                OffsetDateTime.parse("2026-11-23T19:15:30Z"),
                78,
                ServiceMode.DINE_IN,
                "T4",
                "Salle",
                null,
                null,
                2,
                "Camille",
                List.of(lines));
    }

    private static Slip.Line line(
            int quantity,
            String name,
            List<String> options,
            @Nullable String note,
            int course,
            @Nullable Integer seat,
            List<Allergen> allergies,
            List<Allergen> warning,
            @Nullable String voidReason) {
        return new Slip.Line(311, quantity, name, options, note, course, seat, allergies, warning, voidReason);
    }
}
