package io.brigade.menu.carte;

/** Day of the week, in the order of ISO 8601. */
public enum Day {
    MON,
    TUE,
    WED,
    THU,
    FRI,
    SAT,
    SUN
}
