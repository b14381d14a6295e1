package io.brigade.local.secrets;

import io.brigade.local.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;

/** RSA key pairs for RS256 tokens: the private key as PKCS#8 PEM, the public ones as a JSON Web Key Set (RFC 7517). */
public final class TokenKeys {

    private static final int BITS = 2048;

    private final Path privateKeyFile;
    private final Path nextPrivateKeyFile;
    private final Path publicKeysFile;

    TokenKeys(Path folder) {
        this.privateKeyFile = folder.resolve("token-private-key.pem");
        this.nextPrivateKeyFile = folder.resolve("token-private-key.next.pem");
        this.publicKeysFile = folder.resolve("token-public-keys.json");
    }

    /** File of the private key; made at first use. */
    public Path privateKey() {
        current();
        return privateKeyFile;
    }

    /** File of the key set: the private key's public half, and others that tokens may be signed with. */
    public Path publicKeys() {
        SecretFile.readOrCreate(publicKeysFile, () -> current().keySet());
        return publicKeysFile;
    }

    /** Thumbprint of the public key, RFC 7638: the same key always has the same id. */
    public String keyId() {
        return current().id();
    }

    /** Makes the key to come and adds its public half to the key set. May be repeated. */
    public void announceNext() {
        publicKeys();
        var next = new TokenKey(SecretFile.readOrCreate(nextPrivateKeyFile, TokenKeys::newPrivatePem));
        SecretFile.write(publicKeysFile, next.addedTo(SecretFile.read(publicKeysFile)));
    }

    /** From now on the next one signs. Tokens of the former are still good. */
    public void useNext() {
        SecretFile.replace(nextPrivateKeyFile, privateKeyFile);
        signsFromNowOn();
    }

    /** Whoever signs does so with the present key, and only since now: the clock of the former one's tokens. */
    public void signsFromNowOn() {
        try {
            Files.setLastModifiedTime(privateKeyFile, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new SuiteException("Cannot write " + privateKeyFile + ".", e);
        }
    }

    /** When the present key began to sign. */
    public Instant since() {
        try {
            return Files.getLastModifiedTime(privateKey()).toInstant();
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + privateKeyFile + ".", e);
        }
    }

    /** Tokens that another key signed are refused from now on. */
    public void withdrawOthers() {
        SecretFile.write(publicKeysFile, current().keySet());
    }

    private TokenKey current() {
        return new TokenKey(SecretFile.readOrCreate(privateKeyFile, TokenKeys::newPrivatePem));
    }

    private static String newPrivatePem() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return Pem.of(
                    "PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new SuiteException("This JDK cannot make RSA keys.", e);
        }
    }
}
