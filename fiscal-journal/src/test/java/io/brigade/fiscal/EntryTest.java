package io.brigade.fiscal;

import static io.brigade.fiscal.TestJournal.KEY;
import static io.brigade.fiscal.TestJournal.TRUSTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EntryTest {

    @Property(tries = 200)
    void anyPayloadIsKeptReadBackAndVerified(@ForAll("payloads") JsonNode payload) {
        SignedEntry signed = TestJournal.next(List.of(), KEY, payload);

        assertThat(SignedEntry.read(signed.line())).isEqualTo(signed);
        assertThat(signed.entry().document()).isEqualTo(signed.document());
        assertThat(TRUSTED.signed(KEY.id(), signed.document(), signed.signature()))
                .isTrue();
    }

    @Provide
    Arbitrary<JsonNode> payloads() {
        return Payloads.any();
    }

    /** The format is for ten years: this document never changes. */
    @Example
    void theDocumentIsWhatItAlwaysWas() {
        String document = new Entry(
                        7,
                        "12345678200010",
                        false,
                        1,
                        "TICKET",
                        TestJournal.BEGIN,
                        TestJournal.BEGIN,
                        null,
                        new Entry.Operator(103, "Inès"),
                        "brigade 2.0.0",
                        TestJournal.payload(1),
                        Hash.NONE,
                        "0011223344556677")
                .document();

        assertThat(document)
                .isEqualTo(
                        "{\"chain\":7,\"device\":null,\"format\":1,\"key_id\":\"0011223344556677\",\"kind\":\"TICKET\","
                                + "\"occurred_at\":\"2026-11-23T11:00:00.000000Z\",\"operator\":{\"name\":\"Inès\",\"staff_id\":103},"
                                + "\"payload\":{\"lines\":[{\"name\":\"Entrecôte\"}],\"ticket_no\":1,\"total_cents\":1001},"
                                + "\"previous_hash\":\"" + "0".repeat(64)
                                + "\",\"recorded_at\":\"2026-11-23T11:00:00.000000Z\","
                                + "\"sequence\":1,\"siret\":\"12345678200010\",\"software\":\"brigade 2.0.0\",\"training\":false}");
        assertThat(Hash.of(document)).isEqualTo("683b675ad1738aa4f5c78d603c3041da2c74a43ddeae4647d2816fa83930f1f3");
    }

    @Example
    void keysThatAreNoPairAreRefused() {
        SigningKey.NewPair one = SigningKey.newPair();
        SigningKey.NewPair other = SigningKey.newPair();

        assertThatThrownBy(() -> SigningKey.read(one.privatePem(), other.publicPem()))
                .hasMessageContaining("no pair");
        assertThatThrownBy(() -> SigningKey.read("", other.publicPem())).hasMessageContaining("PRIVATE KEY");
        assertThatThrownBy(() -> TrustedKeys.read("nothing")).hasMessageContaining("PUBLIC KEY");
        assertThat(SigningKey.read(one.privatePem(), one.publicPem()).id()).matches("[0-9a-f]{16}");
    }
}
