package io.brigade.payments.erp;

import io.brigade.platform.fixture.StandInServer;
import io.brigade.platform.fixture.StandInServer.Reply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Somebody else's ERP. */
public class ErpStandIn implements QuarkusTestResourceLifecycleManager {

    private static volatile int status = 200;
    private StandInServer server;

    static void answers(int wanted) {
        status = wanted;
    }

    @Override
    public Map<String, String> start() {
        server = new StandInServer("/", _ -> Reply.bare(status));
        return Map.of("brigade.erp.url", server.url());
    }

    @Override
    public void stop() {
        server.close();
    }
}
