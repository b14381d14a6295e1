package io.brigade.local;

import java.util.List;

/**
 * All instances of one service.
 *
 * @param service which one
 * @param instances at least one
 */
public record ServiceGroup(ServiceName service, List<ServiceInstance> instances) {

    /** Defensive copy. */
    public ServiceGroup {
        instances = List.copyOf(instances);
    }

    /** The instance with that number, counted from 1. */
    public ServiceInstance instance(int number) {
        return instances.get(number - 1);
    }
}
