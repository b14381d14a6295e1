package io.brigade.orders.staff;

import io.smallrye.config.ConfigMapping;

/** Where staff-service is. */
@ConfigMapping(prefix = "brigade.staff")
interface StaffConfig {

    /** Where staff-service answers, best behind something that balances its instances: it knows who an order can be handed over to. */
    String url();
}
