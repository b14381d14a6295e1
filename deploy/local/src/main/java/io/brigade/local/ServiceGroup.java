package io.brigade.local;

import java.util.List;
import java.util.function.IntSupplier;

/** All instances of one service. */
public final class ServiceGroup {

    private final ServiceName service;
    private final List<ServiceInstance> possible;
    private final IntSupplier count;

    /**
     * A group that may grow and shrink.
     *
     * @param possible as many instances as there can be
     * @param count how many of them belong to the suite at present
     */
    ServiceGroup(ServiceName service, List<ServiceInstance> possible, IntSupplier count) {
        this.service = service;
        this.possible = List.copyOf(possible);
        this.count = count;
    }

    /** Which service. */
    public ServiceName service() {
        return service;
    }

    /** Those that belong to the suite at present, at least one. */
    public List<ServiceInstance> instances() {
        return possible.subList(0, count.getAsInt());
    }

    /** The instance with that number, counted from 1. */
    public ServiceInstance instance(int number) {
        return possible.get(number - 1);
    }
}
