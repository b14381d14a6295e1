package io.brigade.system.invariant;

import java.util.stream.Stream;

/** Something that must hold whatever happened. */
interface Invariant {

    /** A sentence for each way in which it is broken; none when it holds. */
    Stream<String> brokenIn(Evidence evidence);
}
