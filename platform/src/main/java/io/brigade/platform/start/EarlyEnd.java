package io.brigade.platform.start;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;

/** Ends the process in the middle of its start: nothing that comes later begins. */
final class EarlyEnd {

    private EarlyEnd() {}

    /** To be thrown: the start stops where it is, and the process ends with that code. */
    static PreventFurtherStepsException with(int exitCode, String why) {
        Quarkus.asyncExit(exitCode);
        return new PreventFurtherStepsException(why, exitCode);
    }
}
