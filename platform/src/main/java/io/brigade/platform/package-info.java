/** Mechanism shared by the services: problems, idempotency, events, meters, health and identity. No business rule lives here. */
package io.brigade.platform;
