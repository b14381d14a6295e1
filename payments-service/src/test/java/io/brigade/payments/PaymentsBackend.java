package io.brigade.payments;

import io.brigade.payments.fiscal.FiscalKeys;
import io.brigade.platform.fixture.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** PostgreSQL, Redis, keys, orders and a restaurant: what payments-service needs to be tested alone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(OrdersStandIn.class)
@QuarkusTestResource(StaffStandIn.class)
@QuarkusTestResource(FiscalKeys.class)
public @interface PaymentsBackend {}
