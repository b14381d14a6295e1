package io.brigade.payments.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErpEndpointTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void withoutAnAddressThereIsNoErpAndNoSecretIsNeeded() {
        assertThat(endpoint(Map.of()).isConfigured()).isFalse();
    }

    @Test
    void theBooksLeaveTheMachineEncryptedAndSignedOnly() {
        assertThat(endpoint(Map.of("brigade.erp.url", "https://erp.example/in", "brigade.erp.secret", SECRET))
                        .isConfigured())
                .isTrue();
        assertThat(endpoint(Map.of("brigade.erp.url", "http://127.0.0.1:99", "brigade.erp.secret", SECRET))
                        .isConfigured())
                .isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        endpoint(Map.of("brigade.erp.url", "http://erp.example/in", "brigade.erp.secret", SECRET)))
                .withMessageContaining("https://");
        assertThatIllegalStateException()
                .isThrownBy(() -> endpoint(Map.of("brigade.erp.url", "https://erp.example/in")))
                .withMessageContaining("brigade.erp.secret");
        assertThatIllegalStateException()
                .isThrownBy(() -> endpoint(
                        Map.of("brigade.erp.url", "https://erp.example/in", "brigade.erp.secret", "too short")))
                .withMessageContaining("32 characters")
                .satisfies(refusal -> assertThat(refusal).hasMessageNotContaining("too short"));
    }

    private static ErpEndpoint endpoint(Map<String, String> settings) {
        return new ErpEndpoint(new SmallRyeConfigBuilder()
                .withMapping(ErpConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(ErpConfig.class));
    }
}
