package io.brigade.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.fiscal.SigningKey;
import io.brigade.fiscal.TrustedKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    private Secrets secrets;

    @BeforeEach
    void open() {
        secrets = new Secrets(folder);
    }

    @Test
    void passwordsDifferAndStay() {
        assertThat(secrets.databasePassword())
                .isNotEqualTo(secrets.redisPassword())
                .isEqualTo(new Secrets(folder).databasePassword())
                .matches("[A-Za-z0-9_-]{32}");
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        secrets.databasePassword();
        secrets.pinPepper();
        secrets.setupSecret();
        secrets.tokenKeys().publicKeys();
        secrets.tlsCertificate().ensure();

        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(7).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void thePublishedKeyVerifiesWhatThePrivateKeySigned() throws Exception {
        var keys = secrets.tokenKeys();
        var published = new ObjectMapper()
                .readTree(keys.publicKeys().toFile())
                .path("keys")
                .path(0);
        var message = "token".getBytes(StandardCharsets.UTF_8);

        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(privateKey(keys.privateKey()));
        signer.update(message);
        var signature = signer.sign();

        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(
                publicKey(published.path("n").asText(), published.path("e").asText()));
        verifier.update(message);
        assertThat(verifier.verify(signature)).isTrue();
        assertThat(published.path("kid").asText()).isEqualTo(keys.keyId()).hasSize(43);
        assertThat(published.path("alg").asText()).isEqualTo("RS256");
    }

    @Test
    void theCertificateIsForThisMachineAndIsMadeOnce() throws Exception {
        var certificate = secrets.tlsCertificate();
        certificate.ensure();
        var first = Files.readString(certificate.certificate());
        certificate.ensure();

        assertThat(Files.readString(certificate.certificate())).isEqualTo(first);
        try (var file = Files.newInputStream(certificate.certificate())) {
            var parsed =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            assertThat(parsed.getSubjectAlternativeNames().toString())
                    .contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        }
        assertThat(certificate.trust().getProtocol()).isEqualTo("TLS");
    }

    private static PrivateKey privateKey(Path pem) throws Exception {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Pem.der(Files.readString(pem))));
    }

    private static PublicKey publicKey(String modulus, String exponent) throws Exception {
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(modulus), number(exponent)));
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }

    @Test
    void aNewTokenKeyIsTrustedBeforeItSignsAndTheFormerOneUntilItIsWithdrawn() throws IOException {
        var keys = secrets.tokenKeys();
        String former = keys.keyId();

        keys.announceNext();
        keys.announceNext(); // after an interruption
        assertThat(keys.keyId()).isEqualTo(former);
        assertThat(keyIds()).hasSize(2).contains(former);

        keys.useNext();
        assertThat(keys.keyId()).isNotEqualTo(former);
        assertThat(keyIds()).containsExactlyInAnyOrder(former, keys.keyId());

        keys.withdrawOthers();
        assertThat(keyIds()).containsExactly(keys.keyId());
    }

    private List<String> keyIds() throws IOException {
        var ids = new ArrayList<String>();
        new ObjectMapper()
                .readTree(secrets.tokenKeys().publicKeys().toFile())
                .path("keys")
                .forEach(key -> ids.add(key.path("kid").asText()));
        return ids;
    }

    @Test
    void aNewFiscalKeySignsAndAllThatEverSignedAreKept() throws IOException {
        var keys = secrets.fiscalKeys();
        var former = SigningKey.read(Files.readString(keys.privateKey()), Files.readString(keys.publicKey()));

        keys.announceNext();
        keys.announceNext();
        assertThat(signing(keys)).isEqualTo(former.id());

        keys.useNext();
        assertThat(signing(keys)).isNotEqualTo(former.id());
        assertThat(TrustedKeys.read(Files.readString(keys.publicKey())).ids())
                .containsExactlyInAnyOrder(former.id(), signing(keys));
    }

    private static String signing(FiscalKeys keys) throws IOException {
        return SigningKey.read(Files.readString(keys.privateKey()), Files.readString(keys.publicKey()))
                .id();
    }
}
