package io.brigade.orders.carte;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of the copy of the carte that orders are priced with. */
@ConfigMapping(prefix = "brigade")
interface CarteConfig {

    /** menu-service. */
    Menu menu();

    /** This service. */
    Orders orders();

    /** menu-service, whose carte it is. */
    interface Menu {
        /** Where menu-service answers, best behind something that balances its instances. */
        String url();
    }

    /** The copy. */
    interface Orders {
        /** Age after which a copy of the carte is checked, even if no event told of a change: Redis may be away. */
        Duration carteRecheck();
    }
}
