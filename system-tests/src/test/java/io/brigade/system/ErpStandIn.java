package io.brigade.system;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import io.brigade.local.secrets.Secrets;
import io.brigade.local.secrets.TlsCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The suite's ERP, over TLS: well from before the suite starts until the tests end, unless a test says otherwise. */
final class ErpStandIn {

    /** Key of the signatures. */
    static final String SECRET = "between the system tests and their ERP";

    private static final int TAKEN_IT = 204;
    private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofSeconds(8);
    private static final char[] PASSWORD = "of a file that lives as long as the tests".toCharArray();
    private static final TlsCertificate CERTIFICATE = certificate();
    private static final Queue<Delivery> TAKEN = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger CALLS = new AtomicInteger();

    private static volatile Mood mood = Mood.WELL;
    private static WireMockServer server = listen();

    private ErpStandIn() {}

    /** What it does with whatever it is asked. */
    enum Mood {
        WELL,
        HANGS,
        REFUSES_CONNECTIONS,
        FAILS,
        TALKS_RUBBISH;

        private ResponseDefinitionBuilder answer() {
            return switch (this) {
                case WELL -> aResponse().withStatus(TAKEN_IT);
                case HANGS -> aResponse().withFixedDelay((int) LONGER_THAN_ANYBODY_WAITS.toMillis());
                case REFUSES_CONNECTIONS -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
                case FAILS -> aResponse().withStatus(500).withBody("{\"error\":\"java.lang.NullPointerException\"}");
                case TALKS_RUBBISH -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE);
            };
        }
    }

    /** An entry that it has acknowledged. */
    record Delivery(String key, String timestamp, String signature, String body) {}

    /** How the suite finds it, and what it needs to believe it. Asked more often than an ERP in production. */
    static Map<String, String> settings() {
        return Map.of(
                "BRIGADE_ERP_URL",
                "https://localhost:" + SuitePorts.ERP + "/entries",
                "BRIGADE_ERP_SECRET",
                SECRET,
                "QUARKUS_REST_CLIENT_ERP_TLS_CONFIGURATION_NAME",
                "erp",
                "QUARKUS_TLS_ERP_TRUST_STORE_PEM_CERTS",
                CERTIFICATE.certificate().toAbsolutePath().toString(),
                "BRIGADE_ERP_WATCH_INTERVAL",
                "PT1S",
                "BRIGADE_ERP_FIRST_WAIT",
                "PT0.2S",
                "BRIGADE_ERP_LONGEST_WAIT",
                "PT1S",
                "IO_BRIGADE_PAYMENTS_ERP_ERPGUARD_CALL_CIRCUITBREAKER_DELAY",
                "1000");
    }

    /** From now on. */
    static synchronized void is(Mood now) {
        mood = now;
        if (now == Mood.REFUSES_CONNECTIONS) {
            server.stop();
        } else if (!server.isRunning()) {
            server = listen();
        } else {
            // The newest one counts. Taking the others away first would leave a moment in which the answer is 404.
            server.stubFor(any(anyUrl()).willReturn(now.answer()));
        }
    }

    /** How often it was asked anything. */
    static int calls() {
        return CALLS.get();
    }

    /** What it has taken so far, in the sequence in which it came. */
    static List<Delivery> taken() {
        return List.copyOf(TAKEN);
    }

    private static WireMockServer listen() {
        WireMockServer erp = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .httpsPort(SuitePorts.ERP)
                .keystoreType("PKCS12")
                .keystorePath(keyStore().toString())
                .keystorePassword(String.valueOf(PASSWORD))
                .keyManagerPassword(String.valueOf(PASSWORD))
                .containerThreads(50)
                .jettyStopTimeout(100L)
                .disableRequestJournal());
        erp.addMockServiceRequestListener((request, answer) -> note(request, answer.getStatus()));
        erp.start();
        erp.stubFor(any(anyUrl()).willReturn(mood.answer()));
        return erp;
    }

    /** What it answered counts: its mood may have changed meanwhile. */
    private static void note(Request request, int status) {
        CALLS.incrementAndGet();
        if (status == TAKEN_IT && request.getMethod().getName().equals("POST")) {
            TAKEN.add(new Delivery(
                    request.getHeader("Idempotency-Key"),
                    request.getHeader("Brigade-Timestamp"),
                    request.getHeader("Brigade-Signature"),
                    request.getBodyAsString()));
        }
    }

    private static TlsCertificate certificate() {
        try {
            var certificate = new Secrets(Files.createDirectories(Path.of("target/erp"))).tlsCertificate();
            certificate.ensure();
            return certificate;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The same key and certificate, as WireMock reads them. */
    private static Path keyStore() {
        Path file = CERTIFICATE.key().resolveSibling("erp.p12");
        try (OutputStream out = Files.newOutputStream(file);
                var pem = Files.newInputStream(CERTIFICATE.certificate())) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(keyBytes()));
            store.setKeyEntry("erp", key, PASSWORD, new Certificate[] {certificate});
            store.store(out, PASSWORD);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] keyBytes() throws IOException {
        String pem = Files.readString(CERTIFICATE.key(), StandardCharsets.US_ASCII);
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
    }
}
