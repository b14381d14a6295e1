package io.brigade.menu.carte;

import io.brigade.platform.security.Caller;

/** Who changes the carte. */
public record Author(long staffId, String name) {

    /** Nobody in person: what the house itself puts in. */
    public static final Author HOUSE = new Author(0, "Brigade");

    static Author of(Caller caller) {
        return new Author(caller.staffId(), caller.name());
    }
}
