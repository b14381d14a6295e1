package io.brigade.system;

import io.brigade.local.DatabaseServer;
import io.brigade.local.Psql;
import io.brigade.local.ServiceName;

/** New restaurants beside those of the demo, for tests after which nobody would want to eat there. */
final class Premises {

    /** There is no call that creates a restaurant. */
    private static final String RESTAURANT = """
            INSERT INTO restaurants (name, legal_name, siret, address, currency, time_zone, day_cutoff_hour)
            SELECT 'Au bac d''essai', 'Au bac d''essai SARL', to_char(80000000000000 + nextval('restaurants_seq'), 'FM99999999999999'),
                   '1 rue Close, 69001 Lyon', 'EUR', 'Europe/Paris', 5
            RETURNING restaurant_id;
            """;

    private Premises() {}

    /** A restaurant that nobody else knows of; its number. */
    static long open() {
        DatabaseServer server = RunningSuite.suite().database();
        String id = Psql.of(server, ServiceName.STAFF.database())
                .run(RESTAURANT)
                .orFail("A restaurant for the tests could not be made in " + server);
        return Long.parseLong(id.strip());
    }
}
