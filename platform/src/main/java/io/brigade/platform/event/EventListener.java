package io.brigade.platform.event;

/** A bean of this type sees every event, of every service, on every instance. It must not block or throw. */
public interface EventListener {

    /** Called in stream order, never twice at once. */
    void onEvent(StreamEvent event);

    /** The stream was lost: what was remembered of positions in it is void. */
    default void onReset() {}
}
