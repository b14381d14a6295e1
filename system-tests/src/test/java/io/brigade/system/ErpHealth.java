package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.local.ServiceInstance;
import io.brigade.system.invariant.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Asks every instance's {@code /health} all the time, as an orchestrator would, and notes what it says of the ERP. */
final class ErpHealth implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);

    private final List<ServiceInstance> instances;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> openedAfter = new ConcurrentHashMap<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Thread probing = Thread.ofVirtual().unstarted(this::probe);
    private volatile int callsBefore;
    private volatile boolean closed;

    private ErpHealth(List<ServiceInstance> instances) {
        this.instances = instances;
    }

    static ErpHealth of(List<ServiceInstance> instances) {
        ErpHealth health = new ErpHealth(instances);
        health.probing.start();
        return health;
    }

    /** The ERP is about to get into trouble: its calls count from now on. */
    void expectTrouble() {
        callsBefore = ErpStandIn.calls();
        openedAfter.clear();
    }

    /** Calls that the ERP had got since then when an instance's circuit breaker was first seen open, by instance. */
    Map<String, Integer> openedAfter() {
        return Map.copyOf(openedAfter);
    }

    /** Whether all instances said at last that the ERP is up and their circuit breaker is closed. */
    boolean isWell() {
        return states.size() == instances.size() && Set.copyOf(states.values()).equals(Set.of("up, CLOSED"));
    }

    /** Probes that were not answered 200. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void probe() {
        while (!closed) {
            instances.forEach(this::probe);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void probe(ServiceInstance instance) {
        try {
            var request = HttpRequest.newBuilder(instance.managementUrl().resolve("/health"))
                    .timeout(PROBE_PATIENCE)
                    .build();
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                failures.add(instance.name() + " " + answer.body());
            }
            note(instance.name(), answer.body());
        } catch (IOException failure) {
            failures.add(instance.name() + " " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String instance, String health) {
        JsonNode erp = Json.each(Json.of(health).path("checks"))
                .filter(check -> check.path("name").asText().equals("erp"))
                .findFirst()
                .orElseThrow()
                .path("data");
        String breaker = erp.path("circuit_breaker").asText();
        states.put(instance, erp.path("state").asText() + ", " + breaker);
        if (!breaker.equals("CLOSED")) {
            openedAfter.putIfAbsent(instance, ErpStandIn.calls() - callsBefore);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            probing.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
