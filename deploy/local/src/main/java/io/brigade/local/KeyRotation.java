package io.brigade.local;

import io.brigade.local.secrets.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Changes keys while everything goes on. Everybody learns of a new key before anybody signs with it; a former one is
 * trusted until it is withdrawn.
 */
public final class KeyRotation {

    /** Access tokens live for a quarter of an hour unless configured otherwise; approvals for less. */
    private static final Duration TOKENS_LIVE = Duration.ofMinutes(15);

    private final StateFolder state;
    private final Secrets secrets;
    private final Gateway gateway;
    private final Supplier<List<ServiceInstance>> instances;
    private final RollingRestart rolling;
    private final Progress progress;

    KeyRotation(
            StateFolder state,
            Secrets secrets,
            Gateway gateway,
            Supplier<List<ServiceInstance>> instances,
            RollingRestart rolling,
            Progress progress) {
        this.state = state;
        this.secrets = secrets;
        this.gateway = gateway;
        this.instances = instances;
        this.rolling = rolling;
        this.progress = progress;
    }

    /**
     * Another key signs tokens; those of the former one are accepted until {@link #withdrawFormerTokenKeys}.
     *
     * @throws SuiteException when an instance is not ready: it could not be told
     */
    public void changeTokenKey() {
        try (var _ = SuiteLock.acquire(state)) {
            requireReady();
            var keys = secrets.tokenKeys();
            keys.announceNext();
            progress.working("all services learn of the next key");
            rolling.roll(instances.get(), progress);
            keys.useNext();
            progress.working("staff-service signs with it");
            rolling.roll(of(ServiceName.STAFF), progress);
            keys.signsFromNowOn();
        }
    }

    /**
     * Tokens of former keys are refused from now on.
     *
     * @param atOnce although some of them may still be in use: a key has become known, and everybody signs in anew
     * @throws SuiteException when tokens of the former key may still be good, unless it shall be at once
     */
    public void withdrawFormerTokenKeys(boolean atOnce) {
        try (var _ = SuiteLock.acquire(state)) {
            if (!atOnce) {
                requireReady();
            }
            var keys = secrets.tokenKeys();
            var allExpired = keys.since().plus(TOKENS_LIVE);
            if (!atOnce && Instant.now().isBefore(allExpired)) {
                throw new SuiteException("Tokens of the former key are good until " + allExpired
                        + ". Do it then, or give --now: whoever has one signs in again.");
            }
            keys.withdrawOthers();
            progress.working("all services forget the former key");
            rolling.roll(instances.get(), progress);
        }
    }

    /** Another key signs the fiscal journal. The former public key stays: it verifies what was signed with it. */
    public void changeFiscalKey() {
        try (var _ = SuiteLock.acquire(state)) {
            requireReady();
            var keys = secrets.fiscalKeys();
            keys.announceNext();
            progress.working("payments-service learns of the next key");
            rolling.roll(of(ServiceName.PAYMENTS), progress);
            keys.useNext();
            progress.working("payments-service signs with it");
            rolling.roll(of(ServiceName.PAYMENTS), progress);
        }
    }

    /** Another certificate and its key; connections that are open stay. */
    public void changeCertificate() {
        try (var _ = SuiteLock.acquire(state)) {
            secrets.tlsCertificate().renew();
            if (gateway.process().isPresent()) {
                gateway.reload();
            }
        }
    }

    /** Otherwise an instance after another would be stopped and not come back. */
    private void requireReady() {
        var missing = instances.get().stream()
                .filter(instance -> !instance.isReady())
                .map(ServiceInstance::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new SuiteException("Keys change while everything works, and these do not: "
                    + String.join(", ", missing) + ". Nothing has changed. Start them: ./brigade up");
        }
    }

    private List<ServiceInstance> of(ServiceName service) {
        return instances.get().stream()
                .filter(instance -> instance.service() == service)
                .toList();
    }
}
