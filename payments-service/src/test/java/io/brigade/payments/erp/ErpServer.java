package io.brigade.payments.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** Somebody else's ERP. */
public class ErpServer implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "a secret of the tests, long enough";

    private static final WireMockServer SERVER = new WireMockServer(wireMockConfig()
            .bindAddress("127.0.0.1")
            .dynamicPort()
            .containerThreads(50)
            .jettyStopTimeout(1_000L));

    /** Takes everything again and forgets what it was asked. */
    static void reset() {
        SERVER.resetAll();
        answers(204);
    }

    /** Takes everything again and remembers. */
    static void recovers() {
        SERVER.resetMappings();
        answers(204);
    }

    /** Whatever it is asked. */
    static void answers(int status) {
        answers(aResponse().withStatus(status));
    }

    /** Whatever it is asked. */
    static void answers(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    /** Where the mapping fits, before what it answers otherwise. */
    static void answers(MappingBuilder mapping, ResponseDefinitionBuilder response) {
        SERVER.stubFor(mapping.atPriority(1).willReturn(response));
    }

    /** Deliveries in the sequence in which they came. */
    static List<LoggedRequest> deliveries() {
        return SERVER.findAll(postRequestedFor(anyUrl()));
    }

    /** How often it was asked anything. */
    static int requests() {
        return SERVER.getAllServeEvents().size();
    }

    @Override
    public Map<String, String> start() {
        SERVER.start();
        reset();
        return Map.of("brigade.erp.url", SERVER.baseUrl() + "/accounting/entries", "brigade.erp.secret", SECRET);
    }

    @Override
    public void stop() {
        SERVER.stop();
    }
}
