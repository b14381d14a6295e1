package io.brigade.payments.payment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts captured payments and the money they brought, by method, under the names that a French owner knows. */
@Startup // its meters are there from the start
@ApplicationScoped
class PaymentMeters {

    private final Map<PaymentMethod, Counter> payments;
    private final Map<PaymentMethod, Counter> cents;

    @Inject
    PaymentMeters(MeterRegistry registry) {
        payments = counters(registry, "payments", "Payments captured");
        cents = counters(registry, "payments.amount.cents", "Takings in cents, tips apart");
    }

    /** A payment was captured. */
    void captured(PaymentMethod method, long amountCents) {
        Objects.requireNonNull(payments.get(method)).increment();
        Objects.requireNonNull(cents.get(method)).increment((double) amountCents);
    }

    private static Map<PaymentMethod, Counter> counters(MeterRegistry registry, String name, String description) {
        return Arrays.stream(PaymentMethod.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), method -> Counter.builder(name)
                        .description(description)
                        .tag("method", method.label())
                        .register(registry)));
    }
}
