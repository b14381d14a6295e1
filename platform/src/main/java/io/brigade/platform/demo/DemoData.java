package io.brigade.platform.demo;

import io.smallrye.mutiny.Uni;

/** A bean of this type puts the service's share of the demo restaurant in, when the setting asks for it. */
public interface DemoData {

    /** Puts the data in unless it is there already; two instances may call it at once. */
    Uni<Void> putIn();
}
