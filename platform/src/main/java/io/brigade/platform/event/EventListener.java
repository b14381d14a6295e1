package io.brigade.platform.event;

/** A bean of this type sees every event, of every service, on every instance. It must not block or throw. */
public interface EventListener {

    /** Called in stream order, never twice at once. */
    void onEvent(StreamEvent event);

    /** Events may have passed unseen (the stream was lost, or is followed only from now on): what was known is void. */
    default void onReset() {}
}
