package io.brigade.orders.order;

import io.brigade.platform.security.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody of the staff. */
public record Person(
        @Schema(examples = "101") long staffId,
        @Schema(examples = "Camille") String name) {

    /** Whoever is asking. */
    public static Person of(Caller caller) {
        return new Person(caller.staffId(), caller.name());
    }
}
