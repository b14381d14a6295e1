package io.brigade.local;

import java.nio.file.Path;
import java.util.Optional;

/** One program of the suite. All operations may be repeated: starting what runs and stopping what is stopped do nothing. */
public interface Component {

    /** Unique within the suite, such as {@code orders-1}; also the name of its log. */
    String name();

    /** Port on which it serves, on 127.0.0.1 unless it is external. */
    int port();

    /**
     * Starts it and returns when it is ready.
     *
     * @throws SuiteException when it does not become ready; nothing of it is left running then
     */
    void start();

    /** Asks it to finish what it is doing and to exit; returns when it is gone. */
    void stop();

    /** Ends it at once, as a crash would (SIGKILL, with its worker processes). */
    void kill();

    /** Whether it can do its work now. */
    boolean isReady();

    /** Its process, when it runs on this machine under our care. */
    Optional<ProcessHandle> process();

    /** Process id, when it runs. */
    default Optional<Long> pid() {
        return process().map(ProcessHandle::pid);
    }

    /** File that collects its standard output and errors. */
    Path log();

    /** Whether someone else runs it and we only use it. */
    default boolean isExternal() {
        return false;
    }
}
