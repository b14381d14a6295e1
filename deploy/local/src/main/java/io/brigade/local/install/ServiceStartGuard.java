package io.brigade.local.install;

import io.brigade.local.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Keeps packages from starting their services while it is open, by Debian's own means: a policy-rc.d that answers 101.
 * One that is already there is left as it is.
 */
final class ServiceStartGuard implements AutoCloseable {

    private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");

    private final boolean ours;

    private ServiceStartGuard(boolean ours) {
        this.ours = ours;
    }

    static ServiceStartGuard engage() {
        if (Files.exists(POLICY)) {
            return new ServiceStartGuard(false);
        }
        try {
            Files.writeString(POLICY, "#!/bin/sh\nexit 101\n");
            Files.setPosixFilePermissions(POLICY, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new ServiceStartGuard(true);
        } catch (IOException e) {
            throw new SuiteException("Cannot write " + POLICY + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            if (ours) {
                Files.deleteIfExists(POLICY);
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot remove " + POLICY + "; remove it yourself.", e);
        }
    }
}
