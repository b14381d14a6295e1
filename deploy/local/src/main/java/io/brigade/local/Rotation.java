package io.brigade.local;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which instances the gateway asks only when the others can't be asked: they are about to stop, or not ready yet. */
final class Rotation {

    private final Set<String> resting = ConcurrentHashMap.newKeySet();

    /** The gateway may ask it, as far as this is concerned. */
    boolean includes(ServiceName service, int number) {
        return !resting.contains(ServiceInstance.name(service, number));
    }

    void rest(ServiceInstance instance) {
        resting.add(instance.name());
    }

    void allTakePart() {
        resting.clear();
    }
}
