package io.brigade.local.secrets;

import io.brigade.fiscal.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;

/** EC P-256 key pair of the fiscal journal, as PEM. The public key is what journals are verified with for ten years. */
public final class FiscalKeys {

    private final Path privateKeyFile;
    private final Path publicKeyFile;

    FiscalKeys(Path folder) {
        this.privateKeyFile = folder.resolve("fiscal-private-key.pem");
        this.publicKeyFile = folder.resolve("fiscal-public-key.pem");
    }

    /** File of the private key; made at first use, together with the public one. */
    public Path privateKey() {
        make();
        return privateKeyFile;
    }

    /** File of the public key, and of earlier ones. */
    public Path publicKey() {
        make();
        return publicKeyFile;
    }

    /** Makes the pair to come, and adds its public key to those that journals are verified with. May be repeated. */
    public void announceNext() {
        privateKey();
        var next = nextPrivateKey();
        if (!Files.exists(next)) {
            SigningKey.NewPair pair = SigningKey.newPair();
            SecretFile.write(publicKeyFile, SecretFile.read(publicKeyFile) + pair.publicPem());
            SecretFile.write(next, pair.privatePem());
        }
    }

    /** From now on the next one signs. Earlier public keys stay: they verify what they signed. */
    public void useNext() {
        SecretFile.replace(nextPrivateKey(), privateKeyFile);
    }

    private Path nextPrivateKey() {
        return privateKeyFile.resolveSibling("fiscal-private-key.next.pem");
    }

    /** The private key goes last: while it is missing nothing has been signed with the pair. */
    private void make() {
        if (!Files.exists(privateKeyFile)) {
            SigningKey.NewPair pair = SigningKey.newPair();
            SecretFile.write(publicKeyFile, pair.publicPem());
            SecretFile.write(privateKeyFile, pair.privatePem());
        }
    }
}
