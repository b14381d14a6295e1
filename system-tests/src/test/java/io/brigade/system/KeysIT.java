package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.brigade.local.Progress;
import io.brigade.local.Suite;
import io.brigade.local.secrets.TlsCertificate;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.cert.Certificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code ./brigade rotate} does to a restaurant at work: {@code ./brigade chaos}. */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class KeysIT {

    private static final Suite SUITE = RunningSuite.suite();

    @Test
    void keysAreChangedWhileEverybodyWorks() throws Exception {
        Device before = Tokens.of("WAITER", 1, 101);

        Hardship.during("token key and fiscal key changed", () -> {
                    SUITE.keys(Progress.silent()).changeTokenKey();
                    SUITE.keys(Progress.silent()).changeFiscalKey();
                })
                .fails(_ -> true)
                .keepsEveryPromise();

        FiscalBooks.verified(SUITE);
        assertThat(before.get("/api/menu").status()).isEqualTo(200);
        assertThat(Tokens.of("WAITER", 1, 101).get("/api/menu").status()).isEqualTo(200);

        SUITE.keys(Progress.silent()).withdrawFormerTokenKeys(true);
        Device.forgetWhoIsSignedIn();

        assertThat(before.get("/api/menu").status()).isEqualTo(401);
        assertThat(Device.camilleTheWaiter().get("/api/menu").status()).isEqualTo(200);
    }

    /** Other tests trust the one that was there before: it comes back. */
    @Test
    void anotherCertificateIsShownAndTheFormerComesBack() throws Exception {
        TlsCertificate files = SUITE.secrets().tlsCertificate();
        byte[] certificate = Files.readAllBytes(files.certificate());
        byte[] key = Files.readAllBytes(files.key());
        Certificate former = shown();
        try {
            SUITE.keys(Progress.silent()).changeCertificate();
            // Until the former workers have heard of it they take connections, too.
            await().ignoreExceptions().untilAsserted(() -> assertThat(shown()).isNotEqualTo(former));
        } finally {
            Files.write(files.certificate(), certificate);
            Files.write(files.key(), key);
            SUITE.restart(Progress.silent(), "gateway");
        }
        await().ignoreExceptions().untilAsserted(() -> assertThat(shown()).isEqualTo(former));
    }

    /** On a new connection that trusts what lies in the secrets folder now. */
    private static Certificate shown() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(SUITE.secrets().tlsCertificate().trust())
                .build()) {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(SUITE.gatewayUrl().resolve("/health"))
                            .build(),
                    BodyHandlers.discarding());
            return answer.sslSession().orElseThrow().getPeerCertificates()[0];
        }
    }
}
