package io.brigade.platform.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** This write is about money: it is refused without an Idempotency-Key. Goes with {@code CurrentWrite.ofMoney}. */
@Target(ElementType.METHOD)
public @interface KeyRequired {}
