package io.brigade.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A server that the user brought along: we use it and check it, and never start or stop it. */
final class External implements Component {

    private final String name;
    private final String address;
    private final int port;
    private final Path log;
    private final Runnable preparation;
    private final BooleanSupplier ready;

    /**
     * Describes the server.
     *
     * @param preparation what must be done there before services can use it
     * @param ready whether it answers
     */
    External(String name, String address, int port, Path log, Runnable preparation, BooleanSupplier ready) {
        this.name = name;
        this.address = address;
        this.port = port;
        this.log = log;
        this.preparation = preparation;
        this.ready = ready;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        if (!isReady()) {
            throw new SuiteException("The external " + name + " at " + address + " does not answer.");
        }
        preparation.run();
    }

    @Override
    public void stop() {}

    @Override
    public void kill() {
        throw new SuiteException("The " + name + " at " + address + " is not ours to kill.");
    }

    @Override
    public boolean isReady() {
        return ready.getAsBoolean();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public boolean isExternal() {
        return true;
    }
}
