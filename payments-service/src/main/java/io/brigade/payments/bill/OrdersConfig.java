package io.brigade.payments.bill;

import io.smallrye.config.ConfigMapping;

/** Where orders-service is. */
@ConfigMapping(prefix = "brigade.orders")
interface OrdersConfig {

    /** Where orders-service answers, best behind something that balances its instances. */
    String url();
}
