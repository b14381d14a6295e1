package io.brigade.platform.event;

import java.util.Set;

/**
 * Something that happened, to be told to others once it has committed.
 *
 * @param type such as {@code order.created}
 * @param topics what displays subscribe to, such as {@code kitchen:HOT}; no spaces
 * @param data serialised as JSON
 */
public record Event(String type, long restaurantId, Set<String> topics, Object data) {}
