package io.brigade.menu.price;

/** What has a price. */
public enum Kind {
    DISH,
    FORMULE,
    OPTION
}
