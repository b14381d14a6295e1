package io.brigade.menu.carte;

/** The carte as it goes over the wire. */
record CachedCarte(long version, String body) {}
