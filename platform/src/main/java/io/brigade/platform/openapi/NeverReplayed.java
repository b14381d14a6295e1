package io.brigade.platform.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** The answer to this write is a secret and is never kept for replay, so it takes no Idempotency-Key. */
@Target(ElementType.METHOD)
public @interface NeverReplayed {}
