package io.brigade.platform.security;

import java.time.Instant;

/**
 * A manager's consent to one action on one order, as its verified token says.
 *
 * @param id the token's id ({@code jti}), which can be used once
 * @param staffId who approved
 * @param name their display name
 * @param expiresAt when the approval ends if it is not used
 */
public record Approval(String id, long staffId, String name, Instant expiresAt) {}
