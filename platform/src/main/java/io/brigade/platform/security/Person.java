package io.brigade.platform.security;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody of the staff, by value: what is written down stays readable when the person is gone. */
public record Person(
        @Schema(examples = "103") long staffId,
        @Schema(examples = "Inès") String name) {

    /** Whoever is asking. */
    public static Person of(Caller caller) {
        return new Person(caller.staffId(), caller.name());
    }
}
