package io.brigade.local.demo;

import java.time.Duration;

/** Is told of each step that went as it should. */
public interface Steps {

    /** A step is done. */
    void done(String what, String call, String result, Duration took);

    /** All steps are done. */
    void closing(String summary);

    /** Says nothing; for tests. */
    static Steps silent() {
        return new Steps() {
            @Override
            public void done(String what, String call, String result, Duration took) {}

            @Override
            public void closing(String summary) {}
        };
    }
}
