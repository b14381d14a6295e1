package io.brigade.local.secrets;

import io.brigade.local.SuiteException;
import io.brigade.local.process.Shell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The gateway's self-signed certificate for localhost, 127.0.0.1, ::1 and this machine's name. */
public final class TlsCertificate {

    private static final String ALIAS = "gateway";
    private static final String LIFETIME_DAYS = "825";
    private static final Duration RENEWAL = Duration.ofDays(30);

    private final Path certificateFile;
    private final Path keyFile;

    TlsCertificate(Path folder) {
        this.certificateFile = folder.resolve("gateway-certificate.pem");
        this.keyFile = folder.resolve("gateway-key.pem");
    }

    /** Makes the certificate when there is none, or when it ends within a month. */
    public void ensure() {
        if (!Files.exists(keyFile) || !Files.exists(certificateFile) || endsSoon()) {
            generate();
        }
    }

    /** Makes another one, with another key. Whoever has been told to trust the former has to be told again. */
    public void renew() {
        generate();
    }

    /** PEM file of the certificate. */
    public Path certificate() {
        return certificateFile;
    }

    /** PEM file of its private key. */
    public Path key() {
        return keyFile;
    }

    /** A TLS context that trusts exactly this certificate. */
    public SSLContext trust() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(ALIAS, read());
            var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new SuiteException("Cannot trust " + certificateFile + "; is the suite up?", e);
        }
    }

    private boolean endsSoon() {
        try {
            return read().getNotAfter().toInstant().isBefore(Instant.now().plus(RENEWAL));
        } catch (GeneralSecurityException | IOException e) {
            return true;
        }
    }

    private X509Certificate read() throws GeneralSecurityException, IOException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(certificateFile)));
    }

    /** The JDK signs certificates only by keytool; its store lives until both files are written. */
    private void generate() {
        var password = UUID.randomUUID().toString();
        var store = certificateFile.resolveSibling("gateway.p12");
        try {
            Files.deleteIfExists(store);
            Shell.run(Map.of("STORE_PASSWORD", password), keytool(store)).orFail("keytool failed");
            var keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
            var key = keys.getKey(ALIAS, password.toCharArray());
            SecretFile.write(keyFile, Pem.of("PRIVATE KEY", key.getEncoded()));
            SecretFile.write(
                    certificateFile,
                    Pem.of("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
            Files.delete(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new SuiteException("Cannot make the gateway's certificate.", e);
        }
    }

    private static List<String> keytool(Path store) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // It is over before the second compiler pays.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost, O=Brigade local suite",
                "-validity",
                LIFETIME_DAYS,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1" + hostName(),
                "-ext",
                "bc:critical=ca:false",
                "-ext",
                "ku:critical=digitalSignature",
                "-ext",
                "eku=serverAuth",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                "STORE_PASSWORD");
    }

    private static String hostName() {
        try {
            var name = InetAddress.getLocalHost().getHostName();
            return name.matches("[A-Za-z][A-Za-z0-9.-]*") && !name.equals("localhost") ? ",dns:" + name : "";
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
