package io.brigade.platform.idempotency;

import io.brigade.platform.security.Caller;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A write as idempotency sees it.
 *
 * @param operation method and path
 * @param key the client's Idempotency-Key, or null
 * @param requestHash SHA-256 of the request as it was understood
 * @param keptUntil until when the same key gets the same answer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record WriteRequest(
        Caller caller, String operation, @Nullable String key, byte[] requestHash, OffsetDateTime keptUntil) {}
