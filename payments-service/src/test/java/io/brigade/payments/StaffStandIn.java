package io.brigade.payments;

import io.brigade.platform.fixture.StandInServer;
import io.brigade.platform.fixture.StandInServer.Reply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Stands where staff-service stands: it knows who sells. */
public class StaffStandIn implements QuarkusTestResourceLifecycleManager {

    private StandInServer server;

    @Override
    public Map<String, String> start() {
        server = new StandInServer("/api/restaurants/", _ -> Reply.ok("""
                {"restaurant_id": 1, "name": "Brasserie du Marché", "legal_name": "Brasserie du Marché SAS",
                 "siret": "12345678200010", "address": "12 quai Saint-Antoine, 69002 Lyon", "version": 0}"""));
        return Map.of("brigade.staff.url", server.url());
    }

    @Override
    public void stop() {
        server.close();
    }
}
