package io.brigade.payments.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.closing.Evening;
import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.paper.PlainPaper;
import io.brigade.platform.security.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentLayoutTest {

    private static final OffsetDateTime NINE = OffsetDateTime.parse("2026-11-23T20:00:00Z");

    @Test
    void aNoteIsPrintedAsItAlwaysWas() throws IOException {
        assertThat(text(content(false, DocumentKind.NOTE, null), 1)).isEqualTo(golden("note"));
    }

    @Test
    void aDuplicataSaysSoAndNothingElseChanges() throws IOException {
        assertThat(text(content(false, DocumentKind.NOTE, null), 3)).isEqualTo(golden("note-duplicata"));
    }

    @Test
    void aReceiptIsPrintedAsItAlwaysWas() throws IOException {
        assertThat(text(content(false, DocumentKind.RECEIPT, paid()), 1)).isEqualTo(golden("receipt"));
    }

    @Test
    void practiceIsMarked() throws IOException {
        assertThat(text(content(true, DocumentKind.RECEIPT, paid()), 1)).isEqualTo(golden("receipt-training"));
    }

    private static String text(Content content, int prints) {
        Document document = new Document(310, 1, content.kind(), content.number(), 78, null, 4, content, prints);
        return PlainPaper.of(DocumentLayout.rows(document, ZoneId.of("Europe/Paris")));
    }

    private static Content.Paid paid() {
        return new Content.Paid(41, PaymentMethod.CASH, 4_000, 200, 5_000L, 800L, 3_450, null, NINE);
    }

    private static Content content(boolean training, DocumentKind kind, Content.@Nullable Paid paid) {
        return new Content(
                training,
                kind,
                57,
                Evening.SELLER,
                78,
                "Terrasse 4",
                2,
                "DINE_IN",
                new Person(101, "Camille"),
                new Person(103, "Inès"),
                NINE,
                "EUR",
                List.of(
                        new Ticket.Line(
                                12, "Entrecôte grillée", 2, 2_650, List.of("Saignant", "Frites"), 0, 5_300, 1000),
                        new Ticket.Line(
                                31,
                                "Œufs en meurette, lardons, oignons et pain grillé",
                                1,
                                1_400,
                                List.of(),
                                0,
                                1_400,
                                1000),
                        new Ticket.Line(40, "Verre de Morgon", 2, 650, List.of(), 550, 750, 2000)),
                550,
                7_450,
                List.of(VatShare.of(1000, 6_700), VatShare.of(2000, 750)),
                paid);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = DocumentLayoutTest.class.getResourceAsStream("/documents/" + name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
