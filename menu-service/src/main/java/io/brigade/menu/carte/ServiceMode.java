package io.brigade.menu.carte;

/** How a dish is consumed; French VAT depends on it (CGI art. 278-0 bis and 279, m and n). */
public enum ServiceMode {
    DINE_IN,
    TAKEAWAY,
    DELIVERY
}
