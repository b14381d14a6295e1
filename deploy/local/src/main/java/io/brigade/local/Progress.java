package io.brigade.local;

import java.time.Duration;

/** Is told what the suite is doing while it does it. */
public interface Progress {

    /** Something that takes a while has begun, such as installing packages. */
    void working(String what);

    /** A component was started and is ready. */
    void ready(Component component, Duration took);

    /** A component was found running. */
    void alreadyRunning(Component component);

    /** A component was stopped. */
    void stopped(Component component);

    /** Says nothing; for tests. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void working(String what) {}

            @Override
            public void ready(Component component, Duration took) {}

            @Override
            public void alreadyRunning(Component component) {}

            @Override
            public void stopped(Component component) {}
        };
    }
}
