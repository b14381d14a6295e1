package io.brigade.payments.erp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The value comes from {@code printf '1790000000.{"a":"é"}' | openssl dgst -sha256 -hmac KEY}. */
    @Test
    void theSignatureIsTheOneThatOpensslMakes() {
        Signature signature = Signature.of("0123456789abcdef0123456789abcdef", 1_790_000_000, "{\"a\":\"é\"}");

        assertThat(signature.timestamp()).isEqualTo("1790000000");
        assertThat(signature.value()).isEqualTo("v1=7a69e84196b664d13c99cfb8b31a6af27c10b80a18bf8f58d1d1b8bd3677ac27");
    }
}
