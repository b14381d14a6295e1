/**
 * Judges a round of service by what it left behind: the devices' journals, the orders with their histories and bills, and
 * what a floor display was shown. One class per invariant of docs/architecture.md or rule of docs/api.md.
 */
package io.brigade.system.invariant;
