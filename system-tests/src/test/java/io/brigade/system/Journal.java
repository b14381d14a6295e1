package io.brigade.system;

import io.brigade.system.invariant.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that the devices of a round were answered. */
final class Journal {

    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    void note(Exchange exchange) {
        exchanges.add(exchange);
        size.incrementAndGet();
    }

    /** Its connection broke before there was an answer. */
    void noteBroken(String request) {
        broken.add(request);
    }

    /** Requests that were not answered at all. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** How many requests were answered. */
    int size() {
        return size.get();
    }

    /** How often which answer was given: the status, and the code of a refusal. */
    Map<String, Integer> answers() {
        Map<String, Integer> answers = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            String code = exchange.status() < 400
                    ? ""
                    : " " + exchange.json().path("code").asText();
            answers.merge(exchange.method() + " " + exchange.status() + code, 1, Integer::sum);
        }
        return answers;
    }
}
