package io.brigade.local.secrets;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The suite's passwords: random, made at first use, kept in files that only their owner reads. */
public final class Secrets {

    private static final int RANDOM_BYTES = 24;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /** The secrets in that folder, which must exist. */
    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** Password of the role that owns the services' databases. */
    public String databasePassword() {
        return password("database-password");
    }

    /** Password of the role that owns what payments-service may only add to. */
    public String paymentsOwnerPassword() {
        return password("payments-owner-password");
    }

    /** Password of PostgreSQL's superuser. */
    public String databaseAdminPassword() {
        return password("database-admin-password");
    }

    /** Password with which the replica connects to the primary. */
    public String replicationPassword() {
        return password("replication-password");
    }

    /** Password of the role that may read PostgreSQL's statistics and nothing else. */
    public String monitoringPassword() {
        return password("monitoring-password");
    }

    /** Redis' password. */
    public String redisPassword() {
        return password("redis-password");
    }

    /** Is mixed into every PIN hash, so that the database alone is not enough to guess PINs. */
    public String pinPepper() {
        return password("pin-pepper");
    }

    /** Whoever knows it may open restaurants. */
    public String setupSecret() {
        return password("setup-secret");
    }

    /** Key pair with which staff-service signs tokens. */
    public TokenKeys tokenKeys() {
        return new TokenKeys(folder);
    }

    /** Key pair with which payments-service signs the fiscal journal. */
    public FiscalKeys fiscalKeys() {
        return new FiscalKeys(folder);
    }

    /** The gateway's certificate. */
    public TlsCertificate tlsCertificate() {
        return new TlsCertificate(folder);
    }

    private String password(String name) {
        return SecretFile.readOrCreate(folder.resolve(name), this::randomPassword);
    }

    /** Letters, digits, minus and underscore only: safe in SQL literals, URLs and configuration files. */
    private String randomPassword() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
