package io.brigade.payments.seller;

import io.smallrye.config.ConfigMapping;

/** Where staff-service is. */
@ConfigMapping(prefix = "brigade.staff")
interface StaffConfig {

    /** Where staff-service answers, best behind something that balances its instances: it knows who sells. */
    String url();
}
