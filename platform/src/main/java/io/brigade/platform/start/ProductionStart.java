package io.brigade.platform.start;

import io.brigade.platform.config.Purpose;
import io.brigade.platform.config.SecretSetting;
import io.brigade.platform.config.ServiceConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Refuses to start a packaged service whose secrets everybody could guess, or that would let public PINs in. An
 * installation that says of itself to be a demonstration may do both.
 */
@ApplicationScoped
class ProductionStart {

    private static final Logger LOG = Logger.getLogger(ProductionStart.class);

    private final ServiceConfig service;
    private final Config config;

    @Inject
    ProductionStart(ServiceConfig service, Config config) {
        this.service = service;
        this.config = config;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent starting) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        if (service.purpose() == Purpose.DEMONSTRATION) {
            LOG.warn(
                    "brigade.purpose is demonstration: public PINs and weak secrets are allowed. Not for real guests.");
            return;
        }
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            String refusal = "Refused to start: " + String.join(" ", faults);
            LOG.error(refusal);
            throw EarlyEnd.with(1, refusal);
        }
    }

    private List<String> faults() {
        var faults = new ArrayList<String>();
        if (service.demo()) {
            faults.add("brigade.demo is true: the demo's PINs are public. Set it to false, or brigade.purpose to"
                    + " demonstration if this is one.");
        }
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> config.getOptionalValue(name, String.class)
                        .filter(value -> SecretSetting.isWeak(name, value))
                        .isPresent())
                .sorted()
                .map(name -> name + " is no secret: it is too short, too regular or made of words that everybody tries"
                        + " first. Take 16 random characters or more, such as those of openssl rand -hex 24.")
                .forEach(faults::add);
        return faults;
    }
}
