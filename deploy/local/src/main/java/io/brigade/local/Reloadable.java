package io.brigade.local;

/** A component that takes a changed configuration while it runs. */
interface Reloadable {

    /** Puts a changed configuration into effect without an interruption; returns whether there was a change. */
    boolean reloadIfChanged();
}
